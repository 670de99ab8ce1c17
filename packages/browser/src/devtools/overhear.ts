import { articlePattern, help, isIdle } from '@helptally/core'
import type { HelpEngine, HelpOptions, HelpState } from '../helpEngine.js'
import { findActivity } from '../page/activity.js'
import { hearReader } from '../page/heard.js'
import type { Ports } from '../ports/ports.js'
import { watchChoices } from './choices.js'
import { keepDiary } from './diary.js'
import { findLastActivity } from './lastActivity.js'
import type { Note } from './note.js'
import { tapPorts } from './tapPorts.js'
import { unhurt } from './unhurt.js'

/** All that the overlay shows. Times are epoch ms. */
export interface Seen {
  readonly help: HelpState
  /** Newest first. */
  readonly notes: readonly Note[]
  readonly now: number
  /** The last activity of the session on screen, */
  readonly lastAt: number | null
  /** and when that session ends if nothing more happens; both null without one. */
  readonly endsAt: number | null
}

export interface Overheard {
  /** To start the engine with. */
  readonly ports: Ports
  /** Looks at the state of that engine from now on, and says when something changes. */
  follow(store: HelpEngine['store'], onChange: () => void): { look(): Seen; stop(): void }
}

/** What a page does, seen from outside of its engine: by its ports, its store and what its reader does. */
export function overhear(usual: Ports, { articles }: Pick<HelpOptions, 'articles'>): Overheard {
  const { clock, sessionStore } = usual
  let changed = () => {}
  const diary = keepDiary(() => changed())
  const last = findLastActivity(clock, sessionStore)
  const choices = watchChoices(clock, articlePattern(articles), diary)
  const activity = findActivity(last.act)
  const ports = tapPorts(usual, {
    told(event) {
      last.told(event)
      choices.told(event)
      diary.told(event)
    },
    posted: diary.posted,
    answered: diary.answered,
  })

  /** A session is over when its idle time is: one that a page only lets go of, as it is left or refused, is not. */
  const noteEnd = ({ id }: NonNullable<HelpState['session']>) => {
    const [lastAt, endsAt] = [last.at(), last.endsAt()]
    if (lastAt === null || endsAt === null || !isIdle(help, lastAt, clock.now())) return
    diary.write({ id: `${id} end`, at: endsAt, name: 'session', about: id, decision: 'ended' })
  }
  return {
    ports,
    follow(store, onChange) {
      last.follow(store.getState().session)
      changed = onChange
      const stops = [
        store.subscribe((now, before) =>
          unhurt(() => {
            if (before.session && before.session.id !== now.session?.id && now.status === 'ready')
              noteEnd(before.session)
            last.follow(now.session)
            if (now.consent === 'refused' && before.consent !== 'refused') diary.clear()
            onChange()
          }),
        ),
        hearReader(ports, (heard) =>
          unhurt(() => {
            activity(heard)
            choices.hear(heard)
          }),
        ),
        choices.stop,
      ]
      return {
        look: () => ({
          help: store.getState(),
          notes: diary.notes(),
          now: clock.now(),
          lastAt: last.at(),
          endsAt: last.endsAt(),
        }),
        stop() {
          changed = () => {}
          for (const stop of stops) stop()
        },
      }
    },
  }
}
