import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { tempFolder, tempStore } from './helpers/temp.js'

const SCRIPT = fileURLToPath(new URL('./children/fill.mjs', import.meta.url))
/** In blocks of 512 or 1024 bytes, as the shell has it. */
const MAX_FILE_BLOCKS = 1_000

const onPosix = process.platform === 'win32' ? test.skip : test

onPosix(
  'a disk that takes no more loses nothing that was acknowledged, and says what is wrong',
  async () => {
    const folder = await tempFolder()
    const limited = `ulimit -S -f ${MAX_FILE_BLOCKS}; exec "$0" "$@"`
    const child = spawnSync('sh', ['-c', limited, process.execPath, SCRIPT, folder], { encoding: 'utf8' })
    const { acknowledged, refusedReads, refusedAppends } = JSON.parse(child.stdout)
    expect(refusedReads.at(-1)).toMatch(/^\[helptally\] .* cannot take in what was acknowledged .*Nothing is lost/)
    expect(refusedAppends).toEqual([expect.stringMatching(/^\[helptally\] The store cannot write to .* \(EFBIG\)/)])

    const store = await tempStore({ folder })
    const [found] = await store.query<{ rows: number; ids: number }>(
      'select count(*) as rows, count(distinct e.event_id) as ids from events e',
    )
    expect(found!.rows).toBe(found!.ids)
    const lost = await store.query(
      `select n from range($acknowledged::bigint) numbers(n)
     where not exists (select 1 from events e where right(e.event_id::varchar, 12) = lpad(printf('%x', n), 12, '0'))`,
      { acknowledged },
    )
    expect(lost).toEqual([])
  },
  30_000,
)
