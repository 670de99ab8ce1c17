import { join } from 'node:path'

/** Beside the log of the store that is filled: how far a migration has come. */
export const workFolder = (folder: string): string => join(folder, 'migration')

/** What is on its way. */
export const rowsFolder = (folder: string): string => join(workFolder(folder), 'rows')
