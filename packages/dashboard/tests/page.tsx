import type { Annotation } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type DashboardLocale, Overview, type OverviewReports, type PageView } from '../src/index.js'
import {
  articlesReport,
  gapsReport,
  liveReport,
  outcomesReport,
  pageView,
  searchesReport,
  sessionsReport,
  someDays,
} from './reports.js'

export function render(element: ReactElement): string {
  return renderToStaticMarkup(element)
}

interface OverviewParts extends Partial<OverviewReports> {
  readonly locale?: DashboardLocale
  /** The sessions of the period before; null when nothing is compared. */
  readonly previous?: OverviewReports['sessions'] | null
  readonly view?: Partial<PageView>
  readonly annotations?: readonly Annotation[]
}

/** The overview of a quiet month, with what the test is about put in its place. */
export function overview({ locale = 'en', previous, view, annotations = [], ...reports }: OverviewParts = {}): string {
  const before = previous === undefined ? sessionsReport(someDays(30)) : previous
  return render(
    <Overview
      page={pageView('overview', { locale, ...view })}
      reports={{
        sessions: sessionsReport(someDays(30)),
        outcomes: outcomesReport(),
        searches: searchesReport(),
        gaps: gapsReport(),
        articles: articlesReport(),
        live: liveReport(),
        ...reports,
      }}
      annotations={annotations}
      before={{ sessions: before, outcomes: before && outcomesReport(), searches: before && searchesReport() }}
    />,
  )
}

/** What a reader reads: the text without tags, entities resolved, every kind of space a plain one. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** All opening tags of one name. */
export function tagsOf(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'g')) ?? []
}

export function attributeOf(tag: string, name: string): string | undefined {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
}

/** The part of the page from the first match of `from` to the next match of `to`. */
export function part(html: string, from: string, to: string): string {
  const start = html.indexOf(from)
  if (start < 0) throw new Error(`no ${from} on the page`)
  const end = html.indexOf(to, start + from.length)
  return html.slice(start, end < 0 ? undefined : end)
}

/** The cells of each row of the table with this class, as text. */
export function tableOf(html: string, className: string): string[][] {
  return part(html, `<table class="ht-table ${className}"`, '</table>')
    .split('<tr')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell)))
}

/** The card of one total. */
export function totalOf(html: string, of: string): string {
  const card = html.split('<div class="ht-total ').find((piece) => piece.includes(`data-total="${of}"`))
  if (card === undefined) throw new Error(`no total ${of} on the page`)
  return card.split('</section>')[0]!
}

export function numberOf(html: string, of: string): string {
  return textOf(part(totalOf(html, of), '<p class="ht-number">', '</p>'))
}

export function changeOf(html: string, of: string): string {
  return textOf(part(totalOf(html, of), '<p class="ht-change">', '</p>'))
}
