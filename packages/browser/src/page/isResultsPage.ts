/** What forms call the words of a search. */
const WORDS = /[?&](q|query|search|s)=./i

/** Whether a page shows what a search has found, by its address. */
export function isResultsPage({ search }: URL): boolean {
  return WORDS.test(search)
}
