// Where runs are played: tabs of one browser, or browsers that are killed.
import { newProfile } from '../../examples/help-center/tests/browser/support/profile.ts'
import { launch } from './chromium.mjs'

/** One browser for all runs, each with a reader of its own in it. */
export async function openSharedStage() {
  const profile = newProfile()
  const { browser, kill } = await launch(profile.folder)
  return {
    newContext: () => browser.newContext(),
    async close() {
      await kill()
      profile.remove()
    },
  }
}

/** A browser that comes back with the same profile when it was killed. */
export async function openMortalStage() {
  const profile = newProfile()
  let chromium = await launch(profile.folder)
  let opening = Promise.resolve()

  /** In a window of its own: a tab in the background is hidden. */
  const openWindow = async () => {
    const session = await chromium.browser.newBrowserCDPSession()
    const opened = chromium.reader.waitForEvent('page')
    await session.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    return opened
  }
  return {
    /** One after the other, so that each gets its own. */
    newPage() {
      opening = opening.then(openWindow)
      return opening
    },
    async killAndRestart() {
      await chromium.kill()
      chromium = await launch(profile.folder)
    },
    async close() {
      await chromium.kill()
      profile.remove()
    },
  }
}
