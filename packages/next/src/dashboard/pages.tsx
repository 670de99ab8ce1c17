import {
  ArticleDetail,
  Articles,
  Channels,
  Deflection,
  FILTERS,
  Gaps,
  gapStatusOf,
  Jobs,
  Live,
  Message,
  Overview,
  type PageId,
  type PageView,
  Performance,
  Quality,
  Search,
  Sessions,
  Settings,
  Suggestions,
} from '@helptally/dashboard'
import { annotationsOf, gapHistory, K_TABS, lastDay, searchSuccess, tellJobs } from '@helptally/server'
import type { ReactElement } from 'react'
import { buildOptions } from '../config/buildOptions.js'
import { sessionsBehind } from './behind.js'
import { conversationsAsked } from './conversationsAsked.js'
import { Follow } from './Follow.js'
import { LIVE_ROWS } from './hrefs.js'
import { LookAgain } from './LookAgain.js'
import { lookUpAsked } from './lookUpAsked.js'
import type { Reading } from './reading.js'

const CHANGES_SHOWN = 20
const SESSIONS_SHOWN = 200

/** Each page asks for its reports, and is drawn from them. */
export const pages: Readonly<Record<PageId, (reading: Reading) => Promise<ReactElement>>> = {
  async overview({ view, store, query, queryBefore, read, readBefore }) {
    const [
      sessions,
      sessionsBefore,
      outcomes,
      outcomesBefore,
      searches,
      searchesBefore,
      gaps,
      articles,
      live,
      annotations,
    ] = await Promise.all([
      read('sessions'),
      readBefore('sessions'),
      read('outcomes'),
      readBefore('outcomes'),
      searchSuccess(store, query),
      queryBefore && searchSuccess(store, queryBefore),
      read('gaps', { limit: '5', status: 'open' }),
      read('articles', { limit: '5' }),
      read('live', { limit: '8' }),
      annotationsOf(store, { site: view.site, period: instantsOf(view.period) }),
    ])
    const { totals } = sessions
    const isEmpty = totals.sessions + totals.orphan_searches + (sessionsBefore?.totals.sessions ?? 0) === 0
    if (isEmpty && !FILTERS.some((filter) => view.address[filter]))
      return <Message locale={view.locale} kind="empty" view={view} />
    return (
      <Overview
        page={view}
        reports={{ sessions, outcomes, searches, gaps, articles, live }}
        annotations={annotations}
        before={{ sessions: sessionsBefore, outcomes: outcomesBefore, searches: searchesBefore }}
      />
    )
  },
  async sessions(reading) {
    const [live, behind, conversations] = await Promise.all([
      reading.read('live', { limit: String(SESSIONS_SHOWN) }),
      sessionsBehind(reading),
      conversationsAsked(reading, SESSIONS_SHOWN),
    ])
    return <Sessions page={reading.view} live={live} behind={behind} conversations={conversations} />
  },
  async channels({ view, read, readBefore }) {
    const [report, before] = await Promise.all([read('channels'), readBefore('channels')])
    return <Channels page={view} report={report} before={before} />
  },
  async articles({ view, read, readBefore }) {
    const [report, before] = await Promise.all([
      read('articles', { limit: '200' }),
      readBefore('articles', { limit: '1' }),
    ])
    return <Articles page={view} report={report} before={before} />
  },
  async article({ view, store, read, readBefore }) {
    const { of } = view.address
    if (!of) return <Message locale={view.locale} kind="not_found" view={view} />
    const [report, before, annotations] = await Promise.all([
      read('article', { article: of }),
      readBefore('article', { article: of }),
      annotationsOf(store, { site: view.site, period: instantsOf(view.period), article: of }),
    ])
    return <ArticleDetail page={view} report={report} annotations={annotations} before={before} />
  },
  async search({ view, read, readBefore }) {
    const [searches, before] = await Promise.all([
      read('searches', { limit: '50' }),
      readBefore('searches', { limit: '1' }),
    ])
    return <Search page={view} report={searches} before={before} />
  },
  async gaps({ view, store, read }) {
    const [report, changes] = await Promise.all([
      read('gaps', { limit: '50', status: gapStatusOf(view.address.tab) }),
      gapHistory(store, view.site, CHANGES_SHOWN),
    ])
    return <Gaps page={view} report={report} changes={changes} />
  },
  async suggestions({ view, read, readBefore }) {
    const [suggestions, before, flow] = await Promise.all([
      read('suggestions', { limit: '50' }),
      readBefore('suggestions', { limit: '50' }),
      read('flow', { limit: '60' }),
    ])
    return <Suggestions page={view} suggestions={suggestions} before={before} flow={flow} />
  },
  async deflection({ view, read, readBefore }) {
    const [report, before] = await Promise.all([read('deflection'), readBefore('deflection')])
    return <Deflection page={view} report={report} before={before} />
  },
  async performance({ view, read }) {
    return <Performance page={view} vitals={await read('vitals', { limit: '50' })} />
  },
  async live({ view, read }) {
    return <Live page={view} follow={Follow} report={await read('live', { limit: LIVE_ROWS, ...lastDay(view.now) })} />
  },
  async quality(reading) {
    const { view, read, readBefore } = reading
    const [report, before, lookedUp] = await Promise.all([
      read('ledger', { limit: '50' }),
      readBefore('ledger', { limit: '1' }),
      lookUpAsked(reading, view.address.of),
    ])
    return <Quality page={view} report={report} before={before} lookedUp={lookedUp} />
  },
  async jobs({ view, store, maxImportBytes }) {
    const { site, now, isAdmin } = view
    const [exports, imports, recounts] = await Promise.all([
      isAdmin ? tellJobs(store.folder, { kind: 'export', site }, now) : null,
      isAdmin ? tellJobs(store.folder, { kind: 'import', site }, now) : null,
      tellJobs(store.folder, { kind: 'recount', site }, now),
    ])
    const importing = { maxBytes: maxImportBytes, articles: buildOptions()?.articles ?? '' }
    const jobs = { export: exports, import: imports, recount: recounts }
    return <Jobs page={view} jobs={jobs} importing={importing} looking={LookAgain} />
  },
  async settings({ view }) {
    return <Settings page={view} leastTabs={K_TABS} />
  },
}

const instantsOf = ({ from, to }: PageView['period']) => ({ from: Date.parse(from), to: Date.parse(to) })
