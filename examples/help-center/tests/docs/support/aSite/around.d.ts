/** What stands around a sample in its article, and is not there to be shown. */
declare const page: import('playwright-core').Page
declare function answerOfTheBot(body: string): Response

/** Not installed here. */
declare module 'vitest' {
  export const expect: { extend(matchers: object): void }
  export interface Matchers<T> {}
}
