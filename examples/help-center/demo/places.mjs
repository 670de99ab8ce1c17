import { join } from 'node:path'

/** The folder of the help center, in which Next runs. */
export const EXAMPLE = join(import.meta.dirname, '..')
export const REPOSITORY = join(EXAMPLE, '..', '..')
