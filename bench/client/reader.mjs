// A reader of one run: what they do, and what there is to wait for afterwards.
import { until } from '../../examples/help-center/tests/browser/support/until.ts'

export const VOTES = 10

/** `newPage` opens an empty page in their browser. */
export function createReader({ run, site, gate, newPage }) {
  let votedAt = 0
  /** Of the votes that were made one by one: when each was, ms, as far as the page could tell us before it died. */
  const told = []

  const visit = async () => {
    const page = await newPage()
    await page.goto(site.article(run, gate.base))
    return page
  }
  const settled = (page) =>
    until(
      () => page.evaluate(() => bench.unsent()),
      (entries) => entries === 0,
    )
  return {
    votedAt: () => votedAt,
    told,
    /** Waits until the journal is empty. */
    settled,
    visit,
    /** Opens the article and waits until all is delivered: its opening, and what visits before have left. */
    async read() {
      const page = await visit()
      await page.evaluate(() => bench.ready())
      await settled(page)
      return page
    },
    /** Ten events in one tick. */
    async vote(page) {
      await page.evaluate(() => bench.shown())
      votedAt = Date.now()
      await page.evaluate((times) => bench.vote(times), VOTES)
    },
    async voteAndGo(page) {
      votedAt = Date.now()
      const elsewhere = site.elsewhere(run)
      await page.evaluate(([times, address]) => bench.voteAndGo(times, address), [VOTES, elsewhere])
      await page.waitForURL(elsewhere)
    },
    /** Begins to vote without end. */
    async keepVoting(page) {
      const session = await page.context().newCDPSession(page)
      session.on('Runtime.bindingCalled', ({ payload }) => told.push(Number(payload)))
      await session.send('Runtime.enable')
      await session.send('Runtime.addBinding', { name: 'tell' })
      // Only the end of the page ends it.
      page.evaluate(() => bench.keepVoting()).catch(() => {})
    },
    /** Closes the tab as a reader does. */
    async leave(page) {
      const closed = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await closed
    },
    /** Waits until the collector has taken all votes. That they do not come is for the verdict to say. */
    arrive: () =>
      until(
        () => gate.votes.size,
        (votes) => votes >= VOTES,
      ).catch(() => {}),
  }
}
