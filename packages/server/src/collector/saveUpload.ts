import { open } from 'node:fs/promises'
import { bodyChunks } from './bodyChunks.js'
import { saveForm } from './saveForm.js'

/** A file that came with a request, on the disk. */
export interface Upload {
  /** What is said beside it. */
  readonly fields: Readonly<Record<string, string>>
  /** What its sender calls it; '' for nothing. */
  readonly name: string
  readonly bytes: number
}

export type NoUpload = 'too_large' | 'cut_off' | 'no_file'
export type Saved = { readonly upload: Upload } | { readonly wrong: NoUpload; readonly fields: Upload['fields'] }

export const PRIVATE_FILE = 0o600

/**
 * Writes the file of a request to a path as it comes, at most so many bytes of it. What is too much is read and dropped:
 * a browser that is still sending hears no answer. Rejects when the disk takes it not.
 */
export function saveUpload(request: Request, path: string, maxBytes: number): Promise<Saved> {
  const type = request.headers.get('content-type') ?? ''
  return isForm(type) ? saveForm(request, path, maxBytes) : saveBody(request, path, maxBytes)
}

export const isForm = (type: string): boolean => /^multipart\/form-data\b/i.test(type)

/** What is said beside it stands in the address. */
async function saveBody(request: Request, path: string, maxBytes: number): Promise<Saved> {
  const fields = Object.fromEntries(new URL(request.url).searchParams)
  const file = await open(path, 'w', PRIVATE_FILE)
  let bytes = 0
  try {
    for await (const chunk of bodyChunks(request)) {
      bytes += chunk.byteLength
      if (bytes <= maxBytes) await file.writeFile(chunk)
    }
  } catch (error) {
    if (isOfDisk(error)) throw error
    return { wrong: 'cut_off', fields }
  } finally {
    await file.close()
  }
  if (bytes > maxBytes) return { wrong: 'too_large', fields }
  // What stands before the collector may have let only the beginning through.
  const said = request.headers.get('content-length')
  if (said !== null && Number(said) !== bytes) return { wrong: 'cut_off', fields }
  return bytes === 0 ? { wrong: 'no_file', fields } : { upload: { fields, name: fields.file ?? '', bytes } }
}

/** The fault of the disk, and not of whoever sends. */
export const isOfDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')
