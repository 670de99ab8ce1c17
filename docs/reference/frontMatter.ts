import { existsSync, readFileSync } from 'node:fs'
import { ROOT } from './readProgram.ts'
import type { Language } from './words.ts'

export interface Head {
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly order: number
  readonly related: readonly string[]
}

const UPDATED = /^updated: (.*)$/m

export const pathOf = (language: Language, slug: string): string => `docs/${language}/${slug}.md`

/** A whole article. It keeps its date as long as nothing else in it changes; `today` is an ISO date. */
export function articleOf(language: Language, head: Head, body: string, today: string): string {
  const { slug, title, description, order, related } = head
  const write = (updated: string) => `---
title: ${JSON.stringify(title)}
description: ${JSON.stringify(description)}
category: reference
order: ${order}
related: [${related.join(', ')}]
updated: ${updated}
---

${body}
`
  const file = ROOT + pathOf(language, slug)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const kept = write(UPDATED.exec(before)?.[1] ?? today)
  return kept === before ? kept : write(today)
}
