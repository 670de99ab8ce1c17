import { KILLED_MEANWHILE } from './browserFaults.mjs'

const COLUMNS = ['fault', 'runs', 'lost', 'doubled', 'gaps', 'unfinished', 'copies', 'arrived, s: median', '95th']

export const head = [COLUMNS, COLUMNS.map(() => '---')].map(rowOf).join('\n')

export function lineOf(fault, verdicts) {
  const sum = (name) => verdicts.reduce((total, verdict) => total + verdict[name], 0)
  const counts = ['lost', 'doubled', 'gaps', 'unfinished', 'copies'].map(sum)
  return rowOf([fault, verdicts.length, ...counts, ...timesOf(fault, verdicts)])
}

/** Of the votes that a kill took, how long they took to be made. */
export function missingLine(verdicts) {
  const ms = verdicts.map(({ missingMs }) => missingMs)
  const most = Math.max(...verdicts.map(({ missing }) => missing))
  return `What the kill took: ${quantile(ms, 0.5).toFixed(1)} ms of events (median), ${quantile(ms, 0.95).toFixed(1)} ms (95th), ${Math.max(...ms).toFixed(1)} ms at most; ${most} events at most.`
}

function timesOf(fault, verdicts) {
  if (fault === KILLED_MEANWHILE) return ['', '']
  const seconds = verdicts.map(({ arrivedMs }) => arrivedMs / 1000)
  return [quantile(seconds, 0.5).toFixed(1), quantile(seconds, 0.95).toFixed(1)]
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

function rowOf(cells) {
  return `| ${cells.join(' | ')} |`
}
