/**
 * Runs in the page, before everything else: whatever it posts to that address says that it is a test. In the page, because
 * Playwright cannot change what a page posts on its way out.
 */
export function markAsTest(eventsUrl: string): void {
  const marked = (url: unknown, body: unknown): unknown =>
    typeof body === 'string' && new URL(String(url), location.href).href === eventsUrl
      ? body.replace('{', '{"test":true,')
      : body
  type Post = (url: unknown, init?: { readonly body?: unknown }) => unknown
  const page = globalThis as unknown as { fetch: Post; fetchLater?: Post }
  for (const name of ['fetch', 'fetchLater'] as const) {
    const post = page[name]
    if (post) page[name] = (url, init) => post(url, init && { ...init, body: marked(url, init.body) })
  }
  const send = navigator.sendBeacon.bind(navigator)
  navigator.sendBeacon = (url, body) => send(url, marked(url, body) as typeof body)
}
