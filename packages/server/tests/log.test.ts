import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { closedSegments } from '../src/log/closedSegments.js'
import { cutTornLine } from '../src/log/cutTornLine.js'
import { type OpenSegment, openSegmentFile, type SegmentFile } from '../src/log/segmentFile.js'
import { MAX_QUEUED_BYTES, SegmentLog } from '../src/log/segmentLog.js'
import { isUnavailable } from '../src/storeUnavailable.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const line = (text: string): Buffer => Buffer.from(`${text}\n`)

/** Real files, in which some calls behave otherwise. */
function openingWith(change: (file: SegmentFile, nth: number) => Partial<SegmentFile>): OpenSegment {
  let nth = 0
  return async (path) => {
    const file = await openSegmentFile(path)
    return { ...file, ...change(file, ++nth) }
  }
}

function logOf(folder: string, openSegment?: OpenSegment): SegmentLog {
  const log = new SegmentLog(folder, openSegment)
  afterTest(() => log.rotate())
  return log
}

async function linesIn(folder: string, log: SegmentLog): Promise<string[]> {
  const texts = await Promise.all(
    (await closedSegments(folder, (boot) => boot === log.boot)).map((segment) =>
      readFile(join(folder, segment), 'utf8'),
    ),
  )
  return texts.flatMap((text) => text.split('\n').filter(Boolean))
}

describe('an append', () => {
  test('is acknowledged only after its bytes are synced', async () => {
    const folder = await tempFolder()
    const steps: string[] = []
    const openSegment = openingWith((file) => ({
      write: (bytes) => file.write(bytes).then(() => void steps.push('written')),
      sync: () => file.sync().then(() => void steps.push('synced')),
    }))
    await logOf(folder, openSegment)
      .append(line('a'))
      .then(() => steps.push('acknowledged'))
    expect(steps).toEqual(['written', 'synced', 'acknowledged'])
  })

  test('that waits shares a sync with the others that wait', async () => {
    const folder = await tempFolder()
    let syncs = 0
    const log = logOf(
      folder,
      openingWith((file) => ({ sync: () => file.sync().then(() => void syncs++) })),
    )
    const texts = Array.from({ length: 200 }, (_, i) => `line ${i}`)
    await Promise.all(texts.map((text) => log.append(line(text))))
    await log.rotate()
    expect(await linesIn(folder, log)).toEqual(texts)
    expect(syncs).toBeLessThanOrEqual(2)
  })

  test.each(['write', 'sync'] as const)(
    'is refused when the %s fails, and the next goes on in a new segment',
    async (step) => {
      const folder = await tempFolder()
      const failure = Object.assign(new Error('no space'), { code: 'ENOSPC' })
      let calls = 0
      const openSegment = openingWith((file) => ({
        [step]: async (bytes: Uint8Array) => {
          if (++calls === 2) throw failure
          await file[step](bytes)
        },
      }))
      const log = logOf(folder, openSegment)
      await log.append(line('before'))
      const refused = await log.append(line('lost')).catch((error: unknown) => error)
      expect(isUnavailable(refused) && refused.message).toMatch(/^\[helptally\] .* cannot write to .* \(ENOSPC\)\. /)
      await log.append(line('after'))
      await log.rotate()
      expect(new Set(await linesIn(folder, log))).toEqual(
        new Set(['before', 'after', ...(step === 'sync' ? ['lost'] : [])]),
      )
      expect(await readdir(folder)).toHaveLength(2)
    },
  )

  test('that is refused leaves no segment behind which has nothing else', async () => {
    const folder = await tempFolder()
    const full = openingWith(() => ({ write: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) }))
    const log = logOf(folder, full)
    for (let nth = 0; nth < 3; nth++) await expect(log.append(line('lost'))).rejects.toThrow('ENOSPC')
    expect(await readdir(folder)).toEqual([])
  })

  test('is refused when more waits for the disk than may', async () => {
    const log = logOf(await tempFolder())
    const half = Buffer.alloc(MAX_QUEUED_BYTES / 2, ' ')
    const appends = [half, half, line('one more')].map((bytes) => log.append(bytes))
    const [first, second, third] = await Promise.allSettled(appends)
    expect([first!.status, second!.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(third).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } })
    await log.append(line('later'))
  })

  test('goes elsewhere when its segment was taken for abandoned in the meantime', async () => {
    const folder = await tempFolder()
    const log = logOf(
      folder,
      openingWith((file, nth) => ({
        write: async (bytes) => {
          if (nth === 1)
            for (const name of await readdir(folder)) await rename(join(folder, name), join(folder, 'taken'))
          await file.write(bytes)
        },
      })),
    )
    await log.append(line('a'))
    await log.rotate()
    expect(await linesIn(folder, log)).toEqual(['a'])
  })

  test('survives the removal of the folder', async () => {
    const folder = join(await tempFolder(), 'log')
    const log = logOf(folder)
    await log.append(line('a'))
    await rm(folder, { recursive: true })
    await log.append(line('b'))
    await log.rotate()
    expect(await linesIn(folder, log)).toEqual(['b'])
  })
})

describe('an open segment', () => {
  test('of a dead process is closed and read', async () => {
    const folder = await tempFolder()
    const child = spawn(process.execPath, ['--version'])
    await once(child, 'exit')
    await writeFile(join(folder, `k0-${child.pid}-000001.open`), 'a\n')
    expect(await linesIn(folder, logOf(folder))).toEqual(['a'])
  })

  test('of an earlier process with our pid is closed and read', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, `k0-${process.pid}-000001.open`), 'a\n')
    expect(await linesIn(folder, logOf(folder))).toEqual(['a'])
  })

  test('of a living process, or our own, is left alone', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, `k0-${process.ppid}-000001.open`), 'a\n')
    const log = logOf(folder)
    await log.append(line('b'))
    expect(await closedSegments(folder, (boot) => boot === log.boot)).toEqual([])
  })
})

describe('a torn last line', () => {
  const cases: readonly [string, string, string][] = [
    ['is cut off', 'a\nb\nhalf a li', 'a\nb\n'],
    ['is cut off when it is all there is', 'half a li', ''],
    ['is cut off when it is longer than what is read at once', `a\n${'x'.repeat(200_000)}`, 'a\n'],
    ['is cut off when the file system filled it with zeros', 'a\n\0\0\0\0', 'a\n'],
    ['is not seen in a whole file', 'a\nb\n', 'a\nb\n'],
    ['is not seen in an empty file', '', ''],
  ]
  test.each(cases)('%s', async (_, text, whole) => {
    const path = join(await tempFolder(), 'segment')
    await appendFile(path, text)
    await cutTornLine(path)
    expect(await readFile(path, 'utf8')).toBe(whole)
  })
})
