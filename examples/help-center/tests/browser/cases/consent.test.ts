import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { documentIn, followPlainLink, travel } from '../support/history.js'
import { loseJournal } from '../support/loseJournal.js'
import { engineOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained } from '../support/session.js'
import { NOTHING_USED, useOf, watchUse } from '../support/traces.js'
import { until } from '../support/until.js'

const REFUSE = '.help-consent-choice button'

let stage: RawStage
let tab: RawTab
let other: RawTab
onRawStage((entered) => {
  stage = entered
  tab = stage.chromium.tabs()[0]!
})
beforeEach(async () => {
  await tab.goto(article('idle'))
  await told(tab)
  other = await stage.chromium.newTab(article('tabs'))
  await told(other)
})

/** Waits until the collector knows of the session, so that nothing of it is on its way. */
async function told(page: RawTab) {
  await explained(stage.center, await sessionIn(page), (events) => events.length > 0)
}

const article = (slug: string) => `${stage.url}/en/articles/${slug}`

const consentIn = (page: RawTab) => engineOf(page).then((engine) => engine?.consent)

/** The refusal, by the button that the site offers. */
async function refuse(page: RawTab) {
  await page.click(REFUSE)
  await until(
    () => consentIn(page),
    (consent) => consent === 'refused',
  )
}

const cookies = async () =>
  (await stage.chromium.send('Storage.getCookies')).cookies.map(({ name, value }) => `${name}=${value}`)

/** What this tab says, no other hears. */
const mute = (page: RawTab) =>
  page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {}
  })

const key = (page: RawTab) => page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Shift' })

test('case 84: a refusal in one tab reaches another that nobody looks at, at once', async () => {
  await watchUse(tab)
  await refuse(other)
  await until(
    () => consentIn(tab),
    (consent) => consent === 'refused',
  )
  expect(await tab.evaluate(() => document.visibilityState)).toBe('hidden')
  expect(await useOf(tab)).toEqual(NOTHING_USED)
  expect(await tab.evaluate(async () => (await navigator.locks.query()).held)).toEqual([])
  expect(await cookies()).toEqual(['help_choice=refused'])
})

test('case 84: a tab that did not hear of the refusal follows it when it is looked at', async () => {
  await mute(other)
  await refuse(other)
  expect(await consentIn(tab)).toBe('granted')
  await watchUse(tab)
  await tab.activate()
  await until(
    () => consentIn(tab),
    (consent) => consent === 'refused',
  )
  expect(await useOf(tab)).toEqual(NOTHING_USED)
  expect(await cookies()).toEqual(['help_choice=refused'])
})

test('case 84: a tab that did not hear of the refusal, and was in sight all the time, follows it at the next input', async () => {
  const beside = await stage.chromium.newTab(article('search'), { newWindow: true })
  await told(beside)
  await mute(other)
  await refuse(other)
  expect(await consentIn(beside)).toBe('granted')
  // Long enough for an input to be worth storing.
  await stage.letPass(10_000)
  await watchUse(beside)
  await key(beside)
  expect(await consentIn(beside)).toBe('refused')
  await beside.click('[data-help-via="suggestion"] a')
  expect(await useOf(beside)).toEqual(NOTHING_USED)
  expect(await cookies()).toEqual(expect.arrayContaining(['help_choice=refused']))
})

test('case 85: a page that was in the bfcache during the refusal reads the cookie before it does anything', async () => {
  const counted = await countFromNow(stage.center)
  await tab.activate()
  const left = await documentIn(tab)
  await tab.evaluate(loseJournal)
  await watchUse(tab)
  await followPlainLink(tab, `${stage.url}/en`)
  await whenReady(tab)
  await mute(other)
  await other.activate()
  await refuse(other)

  await tab.activate()
  expect(await travel(tab, -1)).toEqual(left)
  await until(
    () => consentIn(tab),
    (consent) => consent === 'refused',
  )
  await key(tab)
  await tab.click('[data-help-via="suggestion"] a')
  await until(
    () => documentIn(tab),
    ({ path }) => path !== left.path,
  )
  expect(await useOf(tab)).toEqual(NOTHING_USED)
  expect(await cookies()).toEqual(['help_choice=refused'])
  await counted.toBe({})
})
