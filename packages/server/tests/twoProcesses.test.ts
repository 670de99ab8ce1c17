import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from '@jest/globals'
import { isUnavailable } from '../src/storeUnavailable.js'
import { opening, rowsOf } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Another process that has the store open. */
async function holderOf(folder: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./children/hold.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

test('a store held by another process still takes events, and answers for them once that process is gone', async () => {
  const folder = await tempFolder()
  const holder = await holderOf(folder)
  const store = await tempStore({ folder })
  await store.append(rowsOf(opening()))

  const refused = await store.query('select 1').catch((error: unknown) => error)
  expect(isUnavailable(refused) && refused.message).toMatch(
    new RegExp(`^\\[helptally\\] The store .* is held by another process, .*\\(PID ${holder.pid}\\)\\. `),
  )
  expect(await store.health()).toMatchObject({ ready: false, reason: expect.stringContaining('another process') })

  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(await store.query('select count(*) as n from events')).toEqual([{ n: 1 }])
})

test('the process that holds a store answers for what others append', async () => {
  const folder = await tempFolder()
  const store = await tempStore({ folder })
  expect(await store.query('select count(*) as n from events')).toEqual([{ n: 0 }])
  const script = fileURLToPath(new URL('./children/append.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, folder, JSON.stringify(rowsOf(opening()))], { stdio: 'inherit' })
  await once(child, 'exit')
  expect(await store.query('select count(*) as n from events')).toEqual([{ n: 1 }])
})
