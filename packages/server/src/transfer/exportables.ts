import type { Exportable } from './exportable.js'
import { exportableEvents } from './exportableEvents.js'
import { exportableSessions } from './exportableSessions.js'

/** What can be exported; `now` (epoch ms) decides which sessions are open, and who was erased of late. */
export const exportables: Readonly<Record<ExportableName, (now: number) => Exportable<never>>> = {
  events: exportableEvents,
  sessions: exportableSessions,
}
export type ExportableName = 'events' | 'sessions'

export const isExportableName = (text: string): text is ExportableName => Object.hasOwn(exportables, text)
