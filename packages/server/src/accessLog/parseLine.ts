import { parseLogTime } from './parseLogTime.js'

/** One request as a web server logged it. */
export interface LoggedRequest {
  /** Who asked, as the server says: most often an address. */
  readonly address: string
  /** Epoch ms, whole seconds. */
  readonly at: number
  /** `GET` and its like; '' for what is no request of HTTP. */
  readonly method: string
  /** Path and query, as they were asked for. */
  readonly target: string
  readonly status: number
  /** '' where the browser sent none, null where the log has no such field. */
  readonly referer: string | null
  readonly agent: string | null
}

export type ParsedLine =
  | { readonly ok: true; readonly request: LoggedRequest }
  | { readonly ok: false; readonly expected: string }

/** Characters. Servers refuse requests that would make a longer line. */
export const MAX_LINE = 65_536

const WHO = /(\S+) \S+ [^["]+ \[/y
const WHEN = /([^\]]*)\] /y
const QUOTED = /"((?:[^"\\]|\\.)*)"/y
const ANSWER = / (\d{3}) (?:\d+|-)/y
const OTHERS = /(?: (?:"(?:[^"\\]|\\.)*"|[^\s"]+))*$/y
const REQUEST = /^([A-Z]+) (\S+) HTTP\/\d(?:\.\d)?$/

/**
 * Reads a line of the Common Log Format, or of the combined one of Apache and nginx, with whatever fields come after it:
 * https://httpd.apache.org/docs/current/logs.html#accesslog. `line` has a character for each byte. Never throws.
 */
export function parseLine(line: string): ParsedLine {
  if (line.length > MAX_LINE) return broken(`at most ${MAX_LINE} characters`)
  let place = 0
  const take = (what: RegExp): RegExpExecArray | null => {
    what.lastIndex = place
    const found = what.exec(line)
    if (found) place = what.lastIndex
    return found
  }
  const quoted = (): string | null => take(QUOTED)?.[1] ?? null

  const who = take(WHO)
  if (!who) return broken('an address, an identity, a user and [')
  const beforeTime = place
  const at = parseLogTime(take(WHEN)?.[1] ?? '')
  if (at === null) return broken('a time such as 17/May/2015:10:05:03 +0000] and a space', beforeTime)
  const request = quoted()
  if (request === null) return broken('a request in quotes', place)
  const answer = take(ANSWER)
  if (!answer) return broken('a status of three digits and a size', place)
  const [, method = '', target = ''] = REQUEST.exec(textOf(request)) ?? []
  const read = { address: who[1]!, at, method, target, status: Number(answer[1]) }
  if (place === line.length) return { ok: true, request: { ...read, referer: null, agent: null } }

  const [referer, agent] = [take(SPACE) && quoted(), take(SPACE) && quoted()]
  if (referer === null || agent === null) return broken('a referer and a user agent, each in quotes', place)
  if (!take(OTHERS)) return broken('fields with a space before each', place)
  return { ok: true, request: { ...read, referer: saidIn(referer), agent: saidIn(agent) } }
}

const SPACE = / /y

const saidIn = (field: string): string => (field === '-' ? '' : textOf(field))

const broken = (what: string, place = 0): ParsedLine => ({
  ok: false,
  expected: `${what}, at character ${place + 1}`,
})

const ESCAPED = /\\(?:x([\dA-Fa-f]{2})|(["\\]))/g

/** What stood there before the server made it safe for a line: bytes as `\x22`, by Apache also `\"`; all of it UTF-8. */
function textOf(field: string): string {
  const bytes = field.includes('\\')
    ? field.replace(
        ESCAPED,
        (_, hex?: string, plain?: string) => plain ?? String.fromCharCode(Number.parseInt(hex!, 16)),
      )
    : field
  return ASCII.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8')
}

const ASCII = /^[\0-\x7f]*$/
