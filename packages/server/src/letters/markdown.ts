import type { Letter } from './letter.js'

/** The letter as Markdown, for a chat or a wiki. */
export function markdownOf({ title, lead, figures, lists, link, foot }: Letter): string {
  const table = figures.map(
    ({ name, isPart, value, of, change }) =>
      `| ${[isPart ? `– ${name}` : name, joined(value, of), change].join(' | ')} |`,
  )
  const sections = lists.map(({ title, rule, empty = '', items }) => {
    const lines = items.map(({ name, note }, i) => `${i + 1}. ${code(name)}: ${escaped(note)}`)
    return [`## ${title}`, ...(rule ? [rule] : []), lines.join('\n') || empty].join('\n\n')
  })
  return [
    `# ${escaped(title)}`,
    lead,
    ...(table.length > 0 ? [['| | | |', '|---|---|---|', ...table].join('\n')] : []),
    ...sections,
    ...(link ? [`[${link.text}](${link.href})`] : []),
    foot,
  ].join('\n\n')
}

const joined = (value: string, of: string): string => (of === '' ? value : `${value} ${of}`)

/** What readers wrote neither names anybody in a chat nor turns into a link: code is shown as it is. */
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ').trim()}\``

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|@]/g, '\\$&')
