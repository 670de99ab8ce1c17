import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { onStage, type Stage } from './support/stage.js'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

/** A reader opens an article, in a tab of their own. */
async function openArticle(): Promise<void> {
  const id = randomUUID()
  const event = {
    ...{ id, sessionId: id, name: 'help.article.open', v: 1, site: 'docs', channel: 'help', seq: 1, ts: Date.now() },
    ...{ visitorId: randomUUID(), tabId: randomUUID(), activeAt: null, page: '/en/articles/idle' },
    ...{ article: { id: 'idle' }, entry: 'direct_link', via: 'external', nav: 'load', previousId: null },
  }
  const answer = await center.post(JSON.stringify({ sentAt: Date.now(), events: [event] }))
  expect([answer.status, ((await answer.json()) as { rejected: unknown[] }).rejected]).toEqual([202, []])
}

test('the page Live shows a session as soon as it begins, says when it cannot, and catches up', async () => {
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  const state = (wanted: string) => page.locator(`[data-follow="${wanted}"]`).waitFor()
  const open = (count: number) =>
    page
      .locator('#ht-open tbody tr')
      .nth(count - 1)
      .waitFor()
  await page.goto('/help-insights/live?lang=en')
  await state('following')
  await openArticle()
  await open(1)

  await center.kill()
  await state('lost')
  await center.start()
  await openArticle()
  await open(2)
  await state('following')
  expect(loads).toHaveLength(1)
})

test('a server ends although somebody listens', async () => {
  await page.goto('/help-insights/live?lang=en')
  await page.locator('[data-follow="following"]').waitFor()
  await center.stop()
  await page.locator('[data-follow="lost"]').waitFor()
  await center.start()
})
