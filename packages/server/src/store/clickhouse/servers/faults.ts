import { StoreUnavailable } from '../../../storeUnavailable.js'
import type { ClickhouseUrl } from './clickhouseUrl.js'
import { withoutSecrets } from './login.js'
import { byServer } from './serverFaults.js'
import { byWire } from './wireFaults.js'

/**
 * What may come of trying again: 'again', it may pass by itself, here or on another replica; 'elsewhere', another replica
 * may do it, this one will not before somebody mends it; 'never', none will; 'bug', the statement is wrong.
 */
export type Hope = 'again' | 'elsewhere' | 'never' | 'bug'

/** What went wrong with a replica. */
export interface Fault {
  /** What was expected, what was found, how to mend it: in sentences, without a secret. */
  readonly says: string
  readonly hope: Hope
  /** What the replica is to be spared for a while. */
  readonly spare: 'all' | 'writing' | 'nothing'
  /** Whether it is sure that the statement has not reached the server. */
  readonly isUnseen: boolean
  readonly cause: Error
}

/** Where and with what it went wrong. */
export interface Scene {
  readonly address: string
  readonly url: ClickhouseUrl
}

/** What is not said of it: it may pass, nothing is spared, and the statement may have arrived. */
export type Told = Partial<Pick<Fault, 'hope' | 'spare' | 'isUnseen'>> & Pick<Fault, 'says'>

export function faultOf(error: unknown, scene: Scene): Fault {
  const text = firstLine(withoutSecrets(error instanceof Error ? error.message : String(error), scene.url.login))
  const code = codeOf(error, text)
  const words = bare(text)
  const cause = Object.assign(new Error(words), code === null ? {} : { code })
  const told = typeof code === 'number' ? byServer(code, words, scene) : byWire(code, words, scene)
  return { hope: 'again', spare: 'nothing', isUnseen: false, ...told, cause }
}

/** As the callers of a store shall have it. */
export function errorOf({ says, hope, cause }: Fault, note = ''): Error {
  const message = `[helptally] ${says}${note}`
  return hope === 'bug' ? new Error(message, { cause }) : new StoreUnavailable(message, { cause })
}

/** To be said where events wait. */
export const inLog = ({ insert }: ClickhouseUrl): string =>
  insert === 'log' ? ' Events are taken meanwhile and safe: they lie in the log.' : ''

const MAX_WORDS = 300

const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? ''

/** Without what old servers put around what they say. */
const bare = (line: string): string =>
  line
    .replace(/^Code: \d+[,.] (?:e\.displayText\(\) = )?DB::\w*Exception: /, '')
    .replace(/, e\.what\(\) = DB::\w*Exception$/, '')
    .slice(0, MAX_WORDS)

/** A server's number, or Node's name. Old servers and answers through proxies have the number in the text alone. */
function codeOf(error: unknown, text: string): number | string | null {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code === 'string' && !/^\d+$/.test(code)) return code
  const number = typeof code === 'string' ? code : /^(?:Code|Error): (\d+)[,.]/.exec(text)?.[1]
  if (number !== undefined) return Number(number)
  return error instanceof SyntaxError ? 'ECONNRESET' : null
}
