import { expect } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { explained, opens } from '../support/session.js'
import { addLink, articlePath, leave, nextSession, openNext, SUGGESTION, stateOf } from './acts.js'
import type { Engine } from './drivers/engine.js'
import type { Tab } from './drivers/tab.js'
import type { Declare, Scene } from './play.js'

const [HERE, THERE] = [articlePath('idle'), articlePath('tabs')]

/** As a script of the site does. */
export const openWindow = (tab: Tab, address: string) =>
  tab.evaluate((href) => {
    window.open(href)
  }, address)

export function tabCases(check: Declare, { opensByCtrlClick }: Engine): void {
  if (opensByCtrlClick)
    check('case 44', 'a Ctrl-click on an article is a second session in the new tab, and the first goes on', (scene) =>
      opensSecondSession(
        scene,
        () => scene.tab.click(SUGGESTION, { holding: 'Control' }),
        (first) => ({ via: 'suggestion', openedFrom: first }),
      ),
    )

  check('case 46', 'a middle click on an article is a second session in the new tab, and the first goes on', (scene) =>
    opensSecondSession(
      scene,
      () => scene.tab.click(SUGGESTION, { button: 'middle' }),
      (first) => ({ via: 'suggestion', openedFrom: first }),
    ),
  )

  check(
    'case 46',
    'an article behind target=_blank is a second session in the new tab, and the first goes on',
    (scene) =>
      opensSecondSession(
        scene,
        async () => scene.tab.click(await addLink(scene.tab, THERE, { target: '_blank' })),
        (first) => ({ via: 'in_article', openedFrom: first }),
      ),
  )

  check('case 48', 'a copy by window.open has a tab id and a session of its own', (scene) =>
    opensSecondSession(
      scene,
      () => openWindow(scene.tab, THERE),
      () => ({ via: 'in_article' }),
    ),
  )

  check('case 48', 'a copy by rel=opener has a tab id and a session of its own', (scene) =>
    opensSecondSession(
      scene,
      async () => scene.tab.click(await addLink(scene.tab, THERE, { target: '_blank', rel: 'opener' })),
      (first) => ({ via: 'in_article', openedFrom: first }),
    ),
  )
}

async function opensSecondSession(
  { center, door, tab }: Scene,
  open: () => Promise<void>,
  cameFrom: (first: string) => object,
): Promise<void> {
  const counted = await countFromNow(center)
  await tab.goto(door.url + HERE)
  const first = await nextSession(tab)
  const other = await tab.opened(open)
  await other.bringToFront()
  const second = await nextSession(other)
  await leave(other)
  await tab.bringToFront()
  await openNext(tab, SUGGESTION, { nth: 1 })
  expect((await stateOf(tab))?.session?.id).toBe(first)
  await leave(tab)
  const [here, there] = await Promise.all([
    explained(center, first, (events) => opens(events).length === 2),
    explained(center, second, (events) => opens(events).length === 1),
  ])
  expect(here.tabId).not.toBe(there.tabId)
  expect(there.previousId).toBeNull()
  expect(there.steps[0]!.event).toMatchObject({ entry: 'article_click', seq: 1, ...cameFrom(first) })
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
}
