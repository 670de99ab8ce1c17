/** `navigator.sendBeacon` by `fetch`, where msw can see it. Like a beacon, it never tells how it went. */
export function sendByFetch(url: string | URL, data?: BodyInit | null): boolean {
  fetch(url, { method: 'POST', body: data ?? null, keepalive: true }).catch(() => {})
  return true
}
