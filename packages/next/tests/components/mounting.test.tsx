/** @jest-environment jest-fixed-jsdom */
import { findHelp, stopHelp } from '@helptally/browser'
import { afterEach, expect, test } from '@jest/globals'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Fragment, type ReactElement, Suspense, use, useEffect, useState } from 'react'
import { ArticleFeedback, ArticleLink, useHelpSession } from '../../src/index.js'
import { type CountingPage, closeCountingPage, openCountingPage } from './countingPage.js'
import { withRouter } from './withRouter.js'

afterEach(closeCountingPage)

const Router = withRouter({ visited: [], pathname: '/en/articles/idle' })
const counted = () => waitFor(() => expect(findHelp()?.store.getState().session).not.toBeNull())
const article = () => findHelp()?.store.getState().article?.id

function Article({ name }: { name: string }): ReactElement {
  const entry = useHelpSession((help) => help.session?.entry)
  return (
    <article aria-label={name}>
      {entry ?? 'not counted'}
      <ArticleFeedback />
    </article>
  )
}

/** What was opened, by the time the reader has left. */
async function opened({ received, leave }: CountingPage): Promise<(string | undefined)[]> {
  leave()
  await waitFor(() => expect(received.length).toBeGreaterThan(0))
  expect(new Set(received.map(({ sessionId }) => sessionId)).size).toBe(1)
  return received.filter(({ name }) => name === 'help.article.open').map((event) => event.article?.id)
}

test.each([
  ['keeps it', () => {}],
  ['stops it', stopHelp],
])(
  'case 38: an effect that starts the engine, and %s when StrictMode unmounts, starts one session and holds one lock',
  async (_, cleanUp) => {
    const page = openCountingPage('/en/articles/idle')
    let mounts = 0
    function Site() {
      useEffect(() => {
        mounts++
        page.start()
        return cleanUp
      }, [])
      return <Article name="Idle time" />
    }
    render(<Site />, { wrapper: Router, reactStrictMode: true })
    expect(mounts).toBe(2)
    await counted()
    act(() => screen.getByRole('button', { name: 'Yes' }).click())
    expect(await opened(page)).toEqual(['idle'])
    expect(page.received.map(({ name, seq }) => [name, seq])).toEqual([
      ['help.article.open', 1],
      ['help.feedback.vote', 2],
    ])
    expect(page.locksRefused()).toBe(0)
  },
)

test('case 38: a site that stops the engine when it goes, and comes back, goes on in the same tab and session', async () => {
  const page = openCountingPage('/en/articles/idle')
  function Site() {
    useEffect(() => {
      page.start()
      return stopHelp
    }, [])
    return null
  }
  const { unmount } = render(<Site />)
  await counted()
  const { tabId, session } = findHelp()!.store.getState()
  unmount()
  render(<Site />)
  await counted()
  expect(findHelp()!.store.getState()).toMatchObject({ tabId, session })
  expect(page.locksRefused()).toBe(0)
})

test('case 42: an article that suspends, and is mounted again, is opened once', async () => {
  const page = openCountingPage('/en/articles/idle')
  page.start()
  await counted()
  let mounts = 0
  const never = new Promise<never>(() => {})
  function Waiting({ isReady }: { isReady: boolean }) {
    useEffect(() => void mounts++, [])
    if (!isReady) use(never)
    return <Article name="Idle time" />
  }
  const tree = (isReady: boolean, key: number) => (
    <Suspense fallback="loading">
      <Waiting key={key} isReady={isReady} />
    </Suspense>
  )
  const { rerender } = render(tree(true, 1), { wrapper: Router })
  await act(async () => rerender(tree(false, 1)))
  expect(await screen.findByText('loading')).toBeDefined()
  rerender(tree(true, 2))
  expect(await screen.findByRole('article')).toBeDefined()
  expect(mounts).toBe(2)
  expect(await opened(page)).toEqual(['idle'])
})

test('case 42: an article that parallel routes show twice, and a modal over it, is opened once for each address', async () => {
  const page = openCountingPage('/en/articles/idle')
  page.start()
  await counted()
  let openModal = () => {}
  function Layout() {
    const [modal, setModal] = useState<string | null>(null)
    openModal = () => {
      setModal('Tabs and windows')
      // As the App Router does: the entry is pushed, and rewritten when the tree is committed.
      history.pushState(null, '', '/en/articles/tabs')
      history.replaceState({ tree: 1 }, '', '/en/articles/tabs')
    }
    return (
      <Fragment>
        <Article name="Idle time" />
        <Article name="Idle time, beside it" />
        {modal && <Article name={modal} />}
      </Fragment>
    )
  }
  render(<Layout />, { wrapper: Router, reactStrictMode: true })
  act(openModal)
  await waitFor(() => expect(article()).toBe('tabs'))
  expect(screen.getAllByRole('article')).toHaveLength(3)
  act(() => history.replaceState({ tree: 2 }, '', '/en/articles/tabs'))
  expect(await opened(page)).toEqual(['idle', 'tabs'])
})

test('case 33: links that Next prefetches open nothing', async () => {
  const page = openCountingPage('/en')
  const engine = page.start()
  const prefetched: string[] = []
  render(<ArticleLink href="/en/articles/idle">Idle time</ArticleLink>, {
    wrapper: withRouter({ visited: [], prefetched }),
  })
  // On a page without an article the engine takes its time.
  await waitFor(() => expect(engine.store.getState().status).toBe('ready'), { timeout: 5_000 })
  fireEvent.mouseEnter(screen.getByRole('link'))
  expect(prefetched).toEqual(['/en/articles/idle'])
  engine.showResults({ query: 'idle', results: 1 })
  page.leave()
  await waitFor(() => expect(page.received).toHaveLength(1))
  expect(page.received).toMatchObject([{ name: 'help.search.submit', sessionId: null }])
})
