import { describe, expect, test } from '@jest/globals'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { ArticleBody, countWords } from '../../src/index.js'

/** What the server says of the element, by its attributes. */
function attributesOf(element: ReactElement): Record<string, string> {
  const [tag] = /^<[^>]+>/.exec(renderToString(element))!
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

describe('the text of an article', () => {
  test('says whose it is, its revision, its section, and how many words the server counted in it', () => {
    const said = attributesOf(
      <ArticleBody article="idle" rev="7" section="counting" className="prose">
        <h2>Idle time</h2>
        <p>
          A session ends after <strong>{5} idle</strong> minutes.
        </p>
        {false}
      </ArticleBody>,
    )
    expect(said).toEqual({
      class: 'prose',
      'data-help-article-body': 'idle',
      'data-help-words': '9',
      'data-help-rev': '7',
      'data-help-section': 'counting',
    })
  })

  test('takes the number, or a text to count in, where its children are components', () => {
    const Text = () => <p>never seen by the count</p>
    const wordsOf = (words?: number | string) =>
      attributesOf(
        <ArticleBody words={words}>
          <Text />
        </ArticleBody>,
      )['data-help-words']
    expect([wordsOf(120), wordsOf('one two three'), wordsOf()]).toEqual(['120', '3', undefined])
  })

  test('is the element that the site wants', () => {
    expect(renderToString(<ArticleBody as="main">x</ArticleBody>)).toMatch(/^<main .*<\/main>$/)
  })
})

test.each([
  ['en', "Don't e-mail 3 files, please!", 6],
  ['es', '¿Cómo cuento las sesiones?', 4],
  ['de', 'Übergröße', 1],
  ['ja', '日本語の文章です', 4],
  ['en', ' \n – … ', 0],
])('words in %s: %j', (locale, text, words) => {
  expect(countWords(text, locale)).toBe(words)
})
