import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js'
import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime.js'
import type { FunctionComponent, ReactNode } from 'react'

interface Place {
  /** Takes every address that the page was sent to. */
  readonly visited: string[]
  /** Takes every address that was prefetched. */
  readonly prefetched?: string[]
  readonly pathname?: string
}

/**
 * Next's own contexts. Outside a Next build `next/link` is the Pages Router's and `useRouter` the App Router's,
 * so both routers are there, and keep the same record.
 */
export function withRouter({
  visited,
  prefetched,
  pathname = '/en',
}: Place): FunctionComponent<{ children: ReactNode }> {
  const push = (href: string) => void visited.push(href)
  const prefetch = async (href: string) => void prefetched?.push(href)
  const router = { push, replace: push, prefetch, pathname, asPath: pathname } as never
  return ({ children }) => (
    <AppRouterContext.Provider value={router}>
      <RouterContext.Provider value={router}>
        <PathnameContext.Provider value={pathname}>{children}</PathnameContext.Provider>
      </RouterContext.Provider>
    </AppRouterContext.Provider>
  )
}
