import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Screen } from './xvfb.js'

/** On the screen, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The mouse and the keyboard of a screen, for what a driver cannot do. */
export interface RealInput {
  middleClick(place: Point): Promise<void>
  /** In the window under the mouse. */
  nextTab(): Promise<void>
}

const MIDDLE_BUTTON = 2

export function realInputOn({ display }: Screen, program: string): RealInput {
  const run = promisify(execFile)
  const say = async (...words: (string | number)[]) => {
    await run(program, words.map(String), { env: { ...process.env, DISPLAY: display } })
  }
  return {
    middleClick: ({ x, y }) => say('mousemove', x, y, 'click', MIDDLE_BUTTON),
    nextTab: () => say('key', 'ctrl+Next'),
  }
}
