/** The page of this site that a form names in `back`, with what came of it as `done`. Stays here, whatever the form says. */
export function backTo(back: string | undefined, done: string): string {
  const here = 'http://here'
  const url = URL.canParse(back || '/', here) ? new URL(back || '/', here) : new URL(here)
  const to = url.origin === here ? url : new URL(here)
  to.searchParams.set('done', done)
  return to.pathname + to.search + to.hash
}
