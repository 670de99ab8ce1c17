export const BATCH = 10

/** The id of the n-th event: the same in every process. */
export const idOf = (n) => `0198c000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Every tenth opens a session, the others belong to it. */
export const eventOf = (n, ts) => {
  const first = n - (n % BATCH)
  const envelope = {
    id: idOf(n),
    v: 1,
    site: 'docs',
    channel: 'help',
    tabId: idOf(first),
    seq: n - first + 1,
    sessionId: idOf(first),
    visitorId: idOf(1),
    ts,
    activeAt: null,
    page: '/a',
    article: { id: 'a' },
  }
  return n === first
    ? { ...envelope, name: 'help.article.open', entry: 'direct_link', via: 'external', nav: 'load', previousId: null }
    : { ...envelope, name: 'help.article.progress', cause: 'input' }
}
