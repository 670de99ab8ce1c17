import { describe, expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { checkTypes } from './support/checkTypes'
import { articlesIn, readText, type Text } from './support/repository'
import { samplesOf } from './support/samples'

/** Its blocks are declarations, made from the types themselves. */
const isReference = ({ file }: Text) => /\/reference(-\w+)?\.md$/.test(file)
const articles = [...articlesIn('en'), ...articlesIn('es')].filter((article) => !isReference(article))
const samples = [...articles, readText('README.md')].flatMap(samplesOf)
const inLanguage = (...languages: readonly string[]) => samples.filter(({ language }) => languages.includes(language))

describe('as somebody would copy it into a site', () => {
  const code = inLanguage('ts', 'tsx', 'js')
  const wrong = { ...code[0]!, code: "import { startHelp } from '@helptally/browser'\nstartHelp({ sites: 'docs' })" }
  const [ofWrong, ...errors] = checkTypes([wrong, ...code])

  test.each(code.map((sample, index) => ({ ...sample, errors: errors[index] })))(
    'sample $nr of $file compiles',
    (sample) => {
      expect(sample.errors).toEqual([])
    },
  )

  test('one that is wrong would be seen', () => {
    expect(ofWrong).toEqual([expect.stringContaining('sites')])
  })
})

test.each(inLanguage('json'))('sample $nr of $file is JSON, whole or line by line', ({ code }) => {
  const isWhole = code.startsWith('{\n') || code.startsWith('[')
  const parts = isWhole ? [code] : code.split('\n')
  expect(parts.map((part) => typeof JSON.parse(part))).toEqual(parts.map(() => 'object'))
})

test.each(inLanguage('yaml'))('sample $nr of $file is YAML', ({ code }) => {
  expect([parseAllDocuments(code)].flat().flatMap(({ errors }) => errors)).toEqual([])
})

test('every sample says its language, or is what a program prints', () => {
  const known = ['', 'ts', 'tsx', 'js', 'json', 'yaml', 'sh', 'html', 'text', 'csv', 'nginx', 'caddyfile']
  expect(samples.filter(({ language }) => !known.includes(language))).toEqual([])
})
