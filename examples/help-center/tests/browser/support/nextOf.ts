import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The script of the Next that an app finds from its folder. */
export const nextOf = (folder: string): string =>
  createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next')
