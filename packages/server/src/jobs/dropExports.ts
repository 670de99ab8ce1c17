import { askToCancel, clear, folderOf, numbersOf, readJob } from './jobFolder.js'

const ERASED = 'A visitor was erased while it ran, and may be in it. Start it again.'

/** An export holds what visitors did: once one is erased, those that lie here go, and one that is being written ends. */
export async function dropExports(store: string): Promise<void> {
  for (const nr of await numbersOf(store, 'export')) {
    const folder = folderOf(store, 'export', nr)
    const isWritten = (await readJob(store, 'export', nr))?.job.state === 'running'
    await (isWritten ? askToCancel(folder, ERASED) : clear(folder))
  }
}
