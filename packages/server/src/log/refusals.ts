import { StoreUnavailable } from '../storeUnavailable.js'

export function queueIsFull(bytes: number): StoreUnavailable {
  const waiting = `${bytes / 1024 / 1024} MiB of events wait for the disk`
  return new StoreUnavailable(`[helptally] ${waiting}: send fewer, or put the store on a faster disk.`)
}

export function cannotWrite(folder: string, error: unknown): StoreUnavailable {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return new StoreUnavailable(
    `[helptally] The store cannot write to ${folder} (${code}). Expected a folder that this process may write, ` +
      'on a disk with free space: mend that, or name another folder in HELPTALLY_STORE.',
    { cause: error },
  )
}
