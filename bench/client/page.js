// What the pages of the bench load, bundled as a site would: the real engine, and ways to drive it from outside.
import { findHelp, startHelp } from '@helptally/browser'

// The store is asked for votes by their page, which begins with the run.
startHelp({
  site: 'bench',
  articles: '/:run/articles/:slug',
  base: new URL(location.href).searchParams.get('base'),
  consent: 'granted',
})
const { store, vote } = findHelp()

const when = (isTrue) =>
  new Promise((resolve) => {
    const look = () => isTrue(store.getState()) && resolve()
    store.subscribe(look)
    look()
  })

globalThis.bench = {
  /** An article is on screen; the tab may still have to prove its id. */
  shown: () => when(({ article }) => article !== null),
  ready: () => when(({ status }) => status === 'ready'),
  /** All in one tick. */
  vote(times) {
    for (let i = 0; i < times; i++) vote(1)
  },
  voteAndGo(times, address) {
    this.vote(times)
    location.href = address
  },
  /** Tells of each vote when it was, ms. */
  async keepVoting() {
    for (;;) {
      vote(1)
      globalThis.tell(String(performance.now()))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  },
  /** How many entries the journal holds; null while there is no journal. */
  async unsent() {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'help.unsent')) return null
    const database = await answerOf(indexedDB.open('help.unsent'))
    try {
      return await answerOf(database.transaction('ticks').objectStore('ticks').count())
    } finally {
      database.close()
    }
  },
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
