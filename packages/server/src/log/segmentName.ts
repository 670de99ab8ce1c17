/**
 * `<boot>-<pid>-<n>.open` while its process appends to it, `.jsonl` once it is closed. No name is ever used twice,
 * and names sort by age within a process.
 */
export interface SegmentName {
  /** Made anew for each opening of a log, so that a reused pid is not taken for its former owner. */
  readonly boot: string
  readonly pid: number
  readonly n: number
}

export const OPEN = '.open'
export const CLOSED = '.jsonl'
/** Behind the name of a segment: its lines that nobody could read. */
export const DAMAGED = '.damaged'

export function newBoot(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8)
}

export function openName({ boot, pid, n }: SegmentName): string {
  return `${boot}-${pid}-${String(n).padStart(6, '0')}${OPEN}`
}

export function closedName(open: string): string {
  return open.slice(0, -OPEN.length) + CLOSED
}

/** null for a file that is no open segment. */
export function parseOpenName(file: string): SegmentName | null {
  const match = /^([0-9a-z]+)-(\d+)-(\d+)\.open$/.exec(file)
  return match && { boot: match[1]!, pid: Number(match[2]), n: Number(match[3]) }
}

/** Of a segment, open or closed, or of what was made of it; null for any other file. */
export function parseName(file: string): SegmentName | null {
  const match = /^([0-9a-z]+)-(\d+)-(\d+)\./.exec(file)
  return match && { boot: match[1]!, pid: Number(match[2]), n: Number(match[3]) }
}
