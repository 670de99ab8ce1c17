/** Text of a comment as Markdown: outside code, nothing in it is a mark or an element. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<*]/g, String.raw`\$&`)))
    .join('')

export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fence + space + text + space + fence
}

export const block = (text: string, language: string): string => `\`\`\`${language}\n${text}\n\`\`\``

/** Cells are Markdown. A column in which every cell is empty is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, column) => column === 0 || rows.some((row) => row[column] !== ''))
  const line = (cells: readonly string[]) =>
    `| ${cells
      .filter((_, column) => used[column])
      .map((cell) => cell.replaceAll('|', String.raw`\|`) || '—')
      .join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The fragment of a heading, as the help center and GitHub make it. */
export const anchorOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
