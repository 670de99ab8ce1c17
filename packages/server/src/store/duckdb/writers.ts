import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '../../log/closedSegments.js'
import type { SegmentName } from '../../log/segmentName.js'
import type { Answers } from './answers.js'
import { type Talk, talk } from './wire/talk.js'

/** How long a question waits for the other processes to close what they have acknowledged. */
const ROTATE_WITHIN_MS = 1_500

/** The other processes that append to the log of a store, as its owner knows them. */
export interface Writers {
  take(socket: Socket): void
  isHere(boot: string): boolean
  /**
   * Resolves when they have closed these segments, or do not answer: a process that was stopped holds back what it
   * acknowledged, and nothing else.
   */
  closeSegments(open: readonly SegmentName[]): Promise<void>
}

export function createWriters(answers: Answers, onGone: () => void): Writers {
  const here = new Map<string, Talk>()
  const comes = new Map<string, () => void>()
  const silent = new Set<string>()

  function take(socket: Socket): void {
    let name = ''
    const hello = async (boot: string): Promise<void> => {
      name = boot
      here.set(boot, peer)
      silent.delete(boot)
      comes.get(boot)?.()
      void peer.ended.then(() => {
        here.delete(boot)
        onGone()
      })
    }
    const peer = talk(socket, { ...answers, hello, ping: async () => true }, () => silent.delete(name))
  }

  /** One that lives and is not here looks for the owner at this moment: its former one may just have died. */
  async function rotate(boot: string): Promise<void> {
    if (!here.has(boot)) await new Promise<void>((resolve) => comes.set(boot, resolve))
    comes.delete(boot)
    await here
      .get(boot)
      ?.ask('rotate')
      .catch(() => undefined)
  }

  async function rotateInTime(boot: string): Promise<void> {
    const cancel = new AbortController()
    const tooLate = delay(ROTATE_WITHIN_MS, 'late', { signal: cancel.signal }).catch(() => undefined)
    if ((await Promise.race([rotate(boot), tooLate])) === 'late') silent.add(boot)
    cancel.abort()
  }

  return {
    take,
    isHere: (boot) => here.has(boot),
    async closeSegments(open) {
      const asked = open.filter(({ boot, pid }) => !silent.has(boot) && (here.has(boot) || isAlive(pid)))
      await Promise.all([...new Set(asked.map(({ boot }) => boot))].map(rotateInTime))
    },
  }
}
