import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { linkIn } from '../support/linkIn.js'
import { engineOf, openedBy, read, recordOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'

const LINK = '[data-help-via="suggestion"] a'
const OTHER = '/en/articles/tabs'

let stage: RawStage
let opener: RawTab
onRawStage((entered) => {
  stage = entered
})
beforeEach(() => {
  opener = stage.chromium.tabs()[0]!
})

const click = async (attributes: Record<string, string>) =>
  opener.click(await linkIn(opener, { href: OTHER, ...attributes }))

const ways: [string, () => Promise<unknown>][] = [
  ['window.open', () => opener.evaluate((address) => void window.open(address), OTHER)],
  ['a link with rel=opener', () => click({ target: '_blank', rel: 'opener' })],
  ['a link to a named window', () => click({ target: 'help' })],
]

test.each(ways)(
  'case 48: %s copies the storage of the opener, and the new tab takes neither its id nor its session',
  async (_way, open) => {
    const { center, chromium, url } = stage
    const counted = await countFromNow(center)
    const here = await read(opener, `${url}/en/articles/idle`)
    const before = await recordOf(opener)
    await opener.evaluate(() => sessionStorage.setItem('mark', 'of the opener'))
    const opened = await openedBy(chromium, async () => void (await open()))
    const there = await sessionIn(opened)
    expect(await opened.evaluate(() => [sessionStorage.getItem('mark'), window.opener !== null])).toEqual([
      'of the opener',
      true,
    ])
    expect((await recordOf(opened)).tabId).not.toBe(before.tabId)
    expect(await recordOf(opener)).toMatchObject({ tabId: before.tabId, thread: { open: { id: here } } })

    await opener.activate()
    await opener.click(LINK)
    const [ours, theirs] = await Promise.all([
      explained(center, here, (events) => opens(events).length === 2),
      explained(center, there, (events) => opens(events).length === 1),
    ])
    expect(ours.tabId).toBe(before.tabId)
    expect(theirs.tabId).not.toBe(ours.tabId)
    expect(theirs).toMatchObject({ previousId: null, disagreements: [] })
    expect(theirs.steps[0]!.event).toMatchObject({ seq: 1 })
    expect(ours.steps.map(({ event }) => event.seq)).toEqual(ours.steps.map((_, index) => index + 1))
    await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
  },
)

test('case 48: a second link to the same named window goes on with the session there', async () => {
  const { center, chromium, url } = stage
  const counted = await countFromNow(center)
  const here = await read(opener, `${url}/en/articles/idle`)
  const opened = await openedBy(chromium, () => click({ target: 'help' }))
  const there = await sessionIn(opened)
  const { tabId } = await whenReady(opened)
  await opener.activate()
  await opener.evaluate(() => {
    document.querySelector('#made-by-test')!.setAttribute('href', '/en/articles/entries')
  })
  await opener.click('#made-by-test')
  const theirs = await explained(center, there, (events) => opens(events).length === 2)
  expect(theirs).toMatchObject({ tabId, disagreements: [] })
  expect(await engineOf(opener)).toMatchObject({ session: { id: here } })
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})
