import type { Send } from './ports.js'

/** `text/plain` needs no preflight; `keepalive` lets the request outlive the page. */
export const sendByFetch: Send = async (url, body) => {
  const response = await fetch(url, {
    method: 'POST',
    body,
    keepalive: true,
    headers: { 'content-type': 'text/plain' },
  })
  const seconds = Number(response.headers.get('retry-after'))
  return {
    status: response.status,
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  }
}
