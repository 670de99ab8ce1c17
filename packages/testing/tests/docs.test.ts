import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

test.each(['en', 'es'])('the simulation in docs/%s/test.md is a test that runs here', async (language) => {
  const [article, sample] = await Promise.all([
    read(`../../../docs/${language}/test.md`),
    read(`./samples/${language}.test.ts`),
  ])
  const [, code] = sample
    .replace("'../../src/index.js'", "'@helptally/testing'")
    .split(/^\/\*\* @jest-environment .*\n\n/)
  expect(article).toContain(`\`\`\`ts\n${code}\`\`\``)
})
