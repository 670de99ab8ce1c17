import { applyChanges } from '../init/applyChanges.js'
import { diffOf } from '../init/diffOf.js'
import type { Change, Plan } from '../init/plan.js'
import { type Colour, type Terminal, UNCONFIRMED } from './command.js'

export interface PlanAsked {
  /** Of the app, absolute. */
  readonly folder: string
  /** null: nobody is asked. */
  readonly ask: Terminal['ask']
  /** For people; silent when a program reads. */
  readonly say: (line: string) => void
  readonly isSure: boolean
  readonly isDry: boolean
  readonly isJson: boolean
  /** What was chosen, for programs. */
  readonly choices?: object
  /** What to do afterwards. */
  readonly after: readonly string[]
  /** Said when there is nothing to do. */
  readonly inPlace: string
}

/** Shows what is planned, asks, and writes it. Resolves to the exit code. */
export async function carryOutPlan(plan: Plan, asked: PlanAsked, terminal: Terminal): Promise<number> {
  const { changes, kept, byHand } = plan
  const { folder, say } = asked
  const diff = await diffOf(changes)
  const shown = diff.map((line) => painted(line, terminal))
  for (const line of shown.length > 0 ? ['', ...shown, ''] : []) say(line)
  for (const line of kept) say(`kept: ${line}`)

  const isWritten = changes.length > 0 && (await mayWrite(changes.length, asked))
  if (isWritten) await applyChanges(folder, changes)
  const next = isWritten ? asked.after : []
  if (asked.isJson) {
    const said = { folder, ...asked.choices, changes: changes.map(named), kept, byHand }
    terminal.out(JSON.stringify({ ...said, diff: diff.join('\n'), written: isWritten, next }))
  }
  for (const line of byHand) terminal.error(`[helptally] ${line}`)
  const code = byHand.length > 0 ? 1 : 0
  if (changes.length > 0 && !isWritten) {
    if (asked.isDry) return code
    terminal.error('[helptally] Nothing was written, since nobody said yes. --yes says it.')
    return UNCONFIRMED
  }
  if (isWritten) say(`[helptally] Written: ${changes.map(({ path }) => path).join(', ')}.`)
  else if (byHand.length === 0) say(`[helptally] ${asked.inPlace}`)
  const steps = next.map((step, index) => `  ${index + 1}. ${step}`)
  for (const line of steps.length > 0 ? ['', 'Next:', ...steps] : []) say(line)
  return code
}

const named = ({ path, before, after }: Change) => ({
  path,
  change: before === null ? 'create' : after === null ? 'remove' : 'edit',
})

async function mayWrite(count: number, { ask, isSure, isDry }: PlanAsked): Promise<boolean> {
  if (isDry) return false
  if (isSure) return true
  const answer = ask && (await ask(`Change ${count === 1 ? 'this file' : `these ${count} files`}? [y/N] `))
  return /^y(?:es)?$/i.test(answer ?? '')
}

const COLOURS: Readonly<Record<string, Colour>> = { '+': 'green', '-': 'red', '@': 'cyan' }

function painted(line: string, { paint }: Terminal): string {
  const text = line.replace(/\r$/, '')
  const colour = /^(?:---|\+\+\+) /.test(text) ? 'bold' : COLOURS[text.charAt(0)]
  return colour ? paint(colour, text) : text
}
