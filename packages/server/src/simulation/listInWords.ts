import type { Trace } from '@helptally/core/conformance'
import { printable } from '../explanation/printable.js'

/** The name of a trace without the channel that it is of, where it is one of several. */
export const baseOf = ({ name }: Trace): string => name.split('/')[0]!

/** Traces by name, a line each, with the rule that they show. */
export function listInWords(traces: readonly Trace[]): string[] {
  const byName = new Map(traces.map((trace) => [baseOf(trace), trace.rule]))
  const width = Math.max(...[...byName.keys()].map(({ length }) => length))
  return [...byName].map(([name, rule]) => `${name.padEnd(width)}  ${printable(rule)}`.trimEnd())
}
