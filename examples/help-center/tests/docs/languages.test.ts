import { expect, test } from '@jest/globals'
import { readDocument } from '../../lib/markdown/headings'
import { articlesIn, type Text } from './support/repository'
import { type Sample, samplesOf } from './support/samples'

const [english, spanish] = [articlesIn('en'), articlesIn('es')]
const nameOf = ({ file }: Text) => file.split('/').at(-1)!

test('both languages have the same articles', () => {
  expect(spanish.map(nameOf)).toEqual(english.map(nameOf))
})

test.each(english.map((text) => nameOf(text)))('%s has the same sections in both languages', (name) => {
  const [first, second] = pairOf(name).map(({ markdown }) =>
    [...readDocument(markdown).headings.values()].map(({ depth }) => depth),
  )
  expect(second).toEqual(first)
})

test.each(english.map((text) => nameOf(text)))('%s shows the same code in both languages', (name) => {
  const [first, second] = pairOf(name).map((text) =>
    samplesOf(text).map((sample) => ({ language: sample.language, code: withoutWords(sample) })),
  )
  expect(second).toEqual(first)
})

const pairOf = (name: string): [Text, Text] => [
  english.find((text) => nameOf(text) === name)!,
  spanish.find((text) => nameOf(text) === name)!,
]

/** What is left of a sample when all is gone that is said in a language. */
function withoutWords({ language, code }: Sample): unknown {
  switch (language) {
    case 'sh':
      return code.split('\n').map(wordsOfCommand)
    case 'json':
    case 'yaml':
      return code.split('\n').map((line) => line.match(/"?[\w…]+"?(?=:)/g))
    case 'nginx':
    case 'caddyfile':
      return code.replace(/#.*/g, '')
    case 'ts':
    case 'tsx':
    case 'js':
    case 'html':
      return code
        .replace(/\/\/.*|'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, (text) => (text.startsWith('//') ? '' : "''"))
        .replace(/>[^<>{}()=;]+(?=[<{])/g, '>')
    default:
      // What a program prints is longer in one language than in the other, and has as many lines.
      return code.split('\n').length
  }
}

/** The program, its options and the variables that it gets: files and texts have a name in each language. */
const wordsOfCommand = (line: string): readonly string[] | null =>
  line
    .replace(/ --lang es/g, '')
    .match(/(?<=^|[\s|])(?:(?:npx )?helptally \w+|--?[a-z][\w-]*|[A-Z_]+(?==)|curl|npm|node)(?![\w-])/g)
