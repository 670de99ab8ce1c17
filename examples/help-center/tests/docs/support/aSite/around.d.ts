/** What stands around a sample in its article, and is not there to be shown. */
declare const page: import('playwright-core').Page
declare function answerOfTheBot(body: string): Response

/** Not installed here, and as far as the samples use it. */
declare module '@playwright/test' {
  export function test(name: string, run: (given: { page: import('playwright-core').Page }) => Promise<void>): void
  export const expect: {
    extend(matchers: object): (value: unknown) => import('@helptally/testing').HelpMatchers<void>
  }
}

/** As in 1.449.2. */
declare module 'posthog-js' {
  const posthog: {
    init(token: string, options: { api_host: string; defaults: string }): void
    opt_in_capturing(): void
    opt_out_capturing(): void
  }
  export default posthog
}

/** As in 5.65.0. */
declare module 'algoliasearch/lite' {
  export function liteClient(
    appId: string,
    apiKey: string,
  ): {
    searchForHits<T>(asked: {
      requests: readonly { indexName: string; query: string; hitsPerPage: number }[]
    }): Promise<{ results: { hits: (T & { objectID: string })[] }[] }>
  }
}
