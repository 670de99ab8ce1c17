import type { ArticleLeave } from '@helptally/core'
import type { ArticleOpened } from './head.js'
import { articleBody } from './page/articleBody.js'
import { listen } from './page/listen.js'
import type { Place } from './page/place.js'
import type { Ports } from './ports/ports.js'
import { type Reading, type ReadingChange, readOn } from './reading.js'

/** What is new of how the article on screen is read, and where that was. */
export interface Told {
  readonly leave: ArticleLeave
  readonly place: Place
}

export interface ReadingWatch {
  /** This event has opened the article on screen. */
  opened(event: ArticleOpened): void
  /** The reader has acted at `at` (epoch ms). */
  act(at: number): void
  /** The page is on screen since `at` (epoch ms), or is not. */
  look(isVisible: boolean, at: number): void
  /** What has changed since it was last asked for, as of `at` (epoch ms); undefined when nothing has. */
  news(at: number): Told | undefined
  /** The article is left: nothing is watched any more. */
  end(): void
}

/** The longest that an event may say, ms: a day. */
const LONGEST_MS = 86_400_000

/** Watches how the article on screen is read, from the event that opened it to the end. */
export function watchReading({ clock, focus, lifecycle, sight }: Ports): ReadingWatch {
  let opening: ArticleOpened | null = null
  let reading: Reading = {
    engagedMs: 0,
    scroll: 0,
    at: 0,
    inputAt: 0,
    isVisible: !lifecycle.hidden,
    isFocused: false,
  }
  let told = reading
  let stopMeasuring: (() => void) | undefined
  let hasMoved = false
  let stops: (() => void)[] = []

  const note = (at: number, change?: ReadingChange) => {
    reading = readOn(reading, at, { isFocused: focus.has(), ...change })
  }
  const measure = () => {
    if (!opening || !sight) return
    // What is under way may have been laid out before this move, and only be told after it.
    if (stopMeasuring) hasMoved = true
    else
      stopMeasuring = sight.measure(articleBody(opening.article.id), (scroll) => {
        stopMeasuring = undefined
        note(clock.now(), { scroll })
        if (!hasMoved) return
        hasMoved = false
        measure()
      })
  }
  const end = () => {
    opening = null
    stopMeasuring?.()
    stopMeasuring = undefined
    hasMoved = false
    for (const stop of stops.splice(0)) stop()
  }
  return {
    opened(event) {
      end()
      opening = event
      const [at, inputAt, isFocused] = [event.ts, Math.max(event.ts, reading.inputAt), focus.has()]
      reading = { ...reading, engagedMs: 0, scroll: 0, at, inputAt, isFocused }
      told = reading
      stops = [focus.onChange(() => note(clock.now())), listen(window, ['scroll', 'resize'], measure)]
      measure()
    },
    act(at) {
      note(at, { inputAt: at })
      measure()
    },
    look: (isVisible, at) => note(at, { isVisible }),
    news(at) {
      note(at)
      const { engagedMs, scroll } = reading
      if (!opening || (engagedMs === told.engagedMs && scroll === told.scroll)) return undefined
      told = reading
      const { article, id, page, locale } = opening
      return {
        leave: {
          name: 'help.article.leave',
          article,
          openId: id,
          engagedMs: Math.min(engagedMs, LONGEST_MS),
          scroll,
        },
        place: { page, article, ...(locale && { locale }) },
      }
    },
    end,
  }
}
