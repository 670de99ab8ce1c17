import type { FindArticle } from '@helptally/core'
import type { ArticleOpened } from './head.js'
import type { Place } from './page/place.js'
import type { Ports } from './ports/ports.js'
import type { Input } from './reader.js'
import { watchMarks } from './watchMarks.js'
import { watchReading } from './watchReading.js'
import { watchVitals } from './watchVitals.js'

/** What a page tells besides what its reader does: how the article is read, what the page marks, and how fast it was. */
export interface Watches {
  /** Counting has begun, or has begun again. */
  start(): void
  /** An article is on screen. */
  shown(articleId: string): void
  /** This event has opened it. */
  opened(event: ArticleOpened): void
  /** The reader has acted at `at` (epoch ms). */
  act(at: number): void
  /** The page is on screen since `at` (epoch ms), or is not. */
  look(isVisible: boolean, at: number): void
  /** How the article was read until `at` (epoch ms), if that was not told yet. */
  readUntil(at: number): Input
  /** Another article is shown, or none. */
  end(): void
  /** The page is left, or does not count any more: nothing is watched. */
  rest(): void
}

export interface WatchesParts {
  readonly ports: Ports
  readonly find: FindArticle
  place(): Place
  onInput(input: Input): void
}

export function createWatches({ ports, find, place, onInput }: WatchesParts): Watches {
  const reading = watchReading(ports)
  const vitals = watchVitals(ports, find, (vital, where, at) => onInput((counting) => counting.note(vital, where, at)))
  const marks = watchMarks(ports, (said) => {
    const [where, at] = [place(), ports.clock.now()]
    onInput((counting) => counting.note(said, where, at))
  })
  return {
    start() {
      vitals.start()
      marks.start()
    },
    shown: vitals.shown,
    opened(event) {
      reading.opened(event)
      vitals.opened(event)
    },
    act: reading.act,
    look: reading.look,
    readUntil: (at) => (counting) => {
      const news = reading.news(at)
      if (news) counting.note(news.leave, news.place, at)
    },
    end: reading.end,
    rest() {
      reading.end()
      marks.stop()
    },
  }
}
