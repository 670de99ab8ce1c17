import type { Answer, Reply } from './ports.js'

/** What an answer says by its status and headers. */
export function replyOf(answer: Answer): Reply {
  if (!('headers' in answer)) return answer
  const seconds = Number(answer.headers.get('retry-after'))
  return { status: answer.status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) }
}
