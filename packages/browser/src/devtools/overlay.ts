import type { HelpEngine } from '../helpEngine.js'
import { element, say } from './element.js'
import { TAG } from './host.js'
import type { Overheard } from './overhear.js'
import { createPanel } from './panel.js'
import { countdown, isLive } from './say.js'
import { stepUp } from './stepUp.js'
import { dress } from './style.js'
import { unhurt } from './unhurt.js'
import { wordsFor } from './words.js'

/** A site that renders its whole document anew takes the overlay out. It comes back so often, not to quarrel for ever. */
const MOST_RETURNS = 20
const TICK_MS = 1_000
/** What is done in the overlay is none of the site's: no short cut of its keyboard, no click beside its menu. */
const KEPT_IN = ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'touchstart']

/**
 * Puts the overlay into the page once that has loaded, and keeps it as it is now, until its engine does not run any more.
 * The answer takes it away.
 */
export function showOverlay(
  overheard: Overheard,
  store: HelpEngine['store'],
  isRunning: () => boolean = () => true,
): () => void {
  const { clock } = overheard.ports
  const { host, button, left, panel } = create()
  let cancelTick = () => {}
  let isDrawn = true
  let isOver = false

  const draw = () => {
    isDrawn = true
    const seen = watched.look()
    const { lang, words } = wordsFor(document.documentElement.lang)
    host.lang = lang
    button.title = words.overlay
    button.classList.toggle('is-live', isLive(seen))
    say(left, isLive(seen) ? ` ${countdown(seen)}` : '')
    if (!panel.element.hidden) panel.draw(seen, words, lang)
  }
  const drawSoon = () => {
    if (!isDrawn) return
    isDrawn = false
    queueMicrotask(() => isOver || unhurt(draw))
  }
  const tick = () => {
    if (!isRunning()) return end()
    unhurt(draw)
    unhurt(() => host.style.setProperty('--up', `${stepUp(host, button.getBoundingClientRect())}px`))
    cancelTick = clock.after(TICK_MS, tick)
  }
  const turn = (isOpen: boolean) => {
    panel.element.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
    unhurt(draw)
  }
  const watched = overheard.follow(store, drawSoon)
  button.addEventListener('click', () => turn(panel.element.hidden === true))
  host.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || panel.element.hidden) return
    turn(false)
    button.focus()
  })
  for (const type of KEPT_IN) host.addEventListener(type, (event) => event.stopPropagation())
  const stopStaying = onceLoaded(() => {
    tick()
    return stay(host, isRunning)
  })
  const end = () => {
    isOver = true
    cancelTick()
    watched.stop()
    stopStaying()
    host.remove()
  }
  return end
}

function create() {
  const host = document.createElement(TAG)
  const root = host.attachShadow({ mode: 'open' })
  const left = element('span', 'left')
  const button = element('button', 'button', element('span', 'dot'), element('span', '', 'Helptally', left))
  const panel = createPanel()
  button.type = 'button'
  // A name that changes every second would be read out every second while the button has the focus.
  left.setAttribute('aria-hidden', 'true')
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-controls', 'panel')
  panel.element.id = 'panel'
  panel.element.hidden = true
  dress(root)
  // A landmark, so that who goes from one to the next finds it.
  const aside = element('aside', '', button, panel.element)
  aside.setAttribute('aria-label', 'Helptally')
  root.append(aside)
  return { host, button, left, panel }
}

/** Beside the body, which is the site's. The answer ends it. */
function stay(host: HTMLElement, isRunning: () => boolean): () => void {
  let returns = 0
  const put = () => {
    if (isRunning() && !host.isConnected && returns++ < MOST_RETURNS) document.documentElement.append(host)
  }
  const observer = new MutationObserver(put)
  observer.observe(document, { childList: true })
  observer.observe(document.documentElement, { childList: true })
  put()
  return () => observer.disconnect()
}

/** Not before: a page that is being hydrated has to look as the server has made it. */
function onceLoaded(begin: () => () => void): () => void {
  let stop = () => window.removeEventListener('load', run)
  const run = () => {
    stop = unhurt(begin) ?? stop
  }
  if (document.readyState === 'complete') run()
  else window.addEventListener('load', run, { once: true })
  return () => stop()
}
