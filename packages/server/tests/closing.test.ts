import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { tempFolder } from './helpers/temp.js'

test('a store is closed while it is asked, and the process goes on', async () => {
  const child = join(import.meta.dirname, 'children/closing.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [child, await tempFolder()])
  const answers: string[] = JSON.parse(stdout)
  expect(answers.filter((answer) => !/^answered$|^\[helptally\] The store .* closed/.test(answer))).toEqual([])
  expect(answers).toContain('answered')
})
