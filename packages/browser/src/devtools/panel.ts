import { help } from '@helptally/core'
import { element, say } from './element.js'
import type { Note } from './note.js'
import type { Seen } from './overhear.js'
import { countdown, deliveryIn, headline, isLive, rowsOf, timeOf } from './say.js'
import type { Words } from './words.js'

/** What the overlay shows when it is open. */
export interface Panel {
  readonly element: HTMLElement
  draw(seen: Seen, words: Words, lang: string): void
}

export function createPanel(): Panel {
  const title = element('h2', '')
  const only = element('span', 'only')
  const timer = element('strong', 'timer')
  timer.setAttribute('role', 'timer')
  const headlined = element('span', 'headline')
  const left = element('progress', '')
  left.max = help.idleMs
  left.setAttribute('aria-hidden', 'true')
  const facts = createFacts()
  const events = createEvents()
  const panel = element(
    'section',
    'panel',
    element('header', '', title, only),
    element('div', 'live', timer, headlined),
    left,
    facts.element,
    events.element,
  )
  // It scrolls, and keys have to reach it.
  panel.tabIndex = 0
  return {
    element: panel,
    draw(seen, words, lang) {
      panel.setAttribute('aria-label', words.overlay)
      say(title, words.overlay)
      say(only, words.onlyHere)
      say(timer, countdown(seen) ?? '–:––')
      say(headlined, headline(seen, words))
      panel.classList.toggle('is-live', isLive(seen))
      left.value = seen.endsAt === null ? 0 : Math.max(0, seen.endsAt - seen.now)
      facts.draw(seen, words, lang)
      events.draw(seen, words, lang)
    },
  }
}

function createFacts() {
  const list = element('dl', '')
  const rows = new Map<string, { readonly name: Element; readonly value: HTMLElement }>()
  const rowOf = (key: string) => {
    const row = rows.get(key) ?? { name: element('dt', ''), value: element('dd', '') }
    if (!rows.has(key)) list.append(row.name, row.value)
    rows.set(key, row)
    return row
  }
  return {
    element: list,
    draw(seen: Seen, words: Words, lang: string) {
      for (const [key, value] of Object.entries(rowsOf(seen, words, lang))) {
        const row = rowOf(key)
        say(row.name, words.rows[key as keyof Words['rows']])
        say(row.value, value)
      }
    },
  }
}

function createEvents() {
  const title = element('h3', '')
  const nothing = element('p', 'nothing')
  const list = element('ol', '')
  let drawn: unknown[] = []
  return {
    element: element('div', 'events', title, nothing, list),
    draw({ notes }: Seen, words: Words, lang: string) {
      if (drawn[0] === notes && drawn[1] === lang) return
      drawn = [notes, lang]
      say(title, words.events)
      say(nothing, words.nothingYet)
      nothing.hidden = notes.length > 0
      list.replaceChildren(...notes.map((note) => lineOf(note, words, lang)))
    },
  }
}

function lineOf({ at, name, about, decision, delivery }: Note, words: Words, lang: string): HTMLElement {
  const line = element(
    'li',
    decision,
    element('time', '', timeOf(at, lang)),
    element('span', 'decision', words.decisions[decision]),
    element('code', 'name', name),
    element('span', 'about', about),
  )
  if (delivery) line.append(element('span', `delivery ${delivery.state}`, deliveryIn(words, delivery)))
  return line
}
