import { findHelp } from '@helptally/browser'
import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** Whether there is somebody to tell the reader's choice: not on the server, not before hydration, not without an engine. */
export function useCanChoose(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => findHelp() !== undefined,
    () => false,
  )
}
