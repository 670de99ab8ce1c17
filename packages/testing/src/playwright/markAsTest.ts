/**
 * Runs in the page, before everything else: whatever it posts to that address, with a slash at its end or without, says that
 * it is a test. In the page, because Playwright cannot change what a page posts on its way out.
 */
export function markAsTest(eventsUrl: string): void {
  const withoutSlash = (url: string) => url.replace(/\/$/, '')
  const marked = (url: unknown, body: unknown): unknown =>
    typeof body === 'string' && withoutSlash(new URL(String(url), location.href).href) === withoutSlash(eventsUrl)
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
