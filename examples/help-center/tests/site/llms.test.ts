import { expect, test } from '@jest/globals'
import { generateStaticParams } from '../../app/markdown/[locale]/[file]/route'
import { listArticles } from '../../lib/articles'
import { articleMarkdown, llmsFullTxt, llmsTxt } from '../../lib/llms'

const text = llmsTxt()
const entries = [...text.matchAll(/^- \[(.+)\]\((\S+)\): (.+)$/gm)].map(([, title, href, says]) => ({
  title,
  href,
  says,
}))
const served = generateStaticParams().map(({ locale, file }) => `/markdown/${locale}/${file}`)

test('it begins with a title and a summary, and has nothing but lists below its headings', () => {
  const [title, summary, , ...shelves] = text.split('\n\n')
  expect(title).toBe('# Helptally')
  expect(summary).toMatch(/^> \S/)
  expect(shelves.length % 2).toBe(0)
  for (const [index, part] of shelves.entries())
    expect(part).toMatch(index % 2 === 0 ? /^## .+$/ : /^(- \[.+\]\(.+\): .+\n?)+$/)
})

test('it lists every English article once, with its description, in the order of the shelves', () => {
  const listed = entries.filter(({ href }) => href!.startsWith('/markdown/en/'))
  const expected = listArticles('en').map(({ slug, title, description }) => ({
    ...{ title, href: `/markdown/en/${slug}.md`, says: description },
  }))
  expect(listed).toEqual(expected)
})

test('what it leads to is served', () => {
  expect(entries.map(({ href }) => href).filter((href) => !served.includes(href!))).toEqual(['/llms-full.txt'])
})

test('an article leads from its Markdown to that of others, and all of them are in one file', () => {
  const articles = listArticles('en')
  const linked = articles.flatMap((article) => [...articleMarkdown(article).matchAll(/\]\(([\w-]+\.md)/g)])
  expect(linked.map(([, file]) => `/markdown/en/${file}`).filter((path) => !served.includes(path))).toEqual([])
  const full = llmsFullTxt()
  expect(articles.filter(({ title, body }) => !full.includes(`# ${title}\n\n${body.trim()}`))).toEqual([])
})
