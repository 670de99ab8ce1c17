import type { Reply, Send, SendLater } from './ports.js'
import { replyOf } from './replyOf.js'

const TYPE = 'text/plain'
/** An answer that takes longer than this does not come. */
const TIMEOUT_MS = 30_000

/** `text/plain` needs no preflight; `keepalive` lets the request outlive the page. */
export const sendByFetch: Send = async (url, body) => {
  // Without it only a beacon outlives the page, and nobody hears its answer.
  if (!('keepalive' in Request.prototype) && document.visibilityState === 'hidden') {
    navigator.sendBeacon(url, body)
    throw new Error('no answer')
  }
  const response = await fetch(url, {
    method: 'POST',
    body,
    keepalive: true,
    headers: { 'content-type': TYPE },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return { ...replyOf(response), ...(response.status === 202 && (await numbersIn(response))) }
}

export async function numbersIn(response: Response): Promise<Pick<Reply, 'mark' | 'ahead'>> {
  const { mark, ahead } = (await response.json().catch(() => null)) ?? {}
  return { ...(typeof mark === 'number' && { mark }), ...(Array.isArray(ahead) && { ahead }) }
}

type FetchLater = (url: string, init: RequestInit) => unknown

/** By `fetchLater`: when the page dies, crashed or not, the browser posts. */
export function browserSendLater(): SendLater | null {
  const { fetchLater } = window as { fetchLater?: FetchLater }
  if (!fetchLater) return null
  return (url, body) => {
    const taken = new AbortController()
    try {
      fetchLater(url, { method: 'POST', body, headers: { 'content-type': TYPE }, signal: taken.signal })
    } catch {
      // Too much of it, or forbidden here: the journal has it.
    }
    return () => taken.abort()
  }
}
