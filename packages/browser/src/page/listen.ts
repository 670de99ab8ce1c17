/** Listens before the site does, and never blocks scrolling. The answer stops it. */
export function listen(target: EventTarget, types: readonly string[], run: (event: Event) => void): () => void {
  const options = { capture: true, passive: true }
  for (const type of types) target.addEventListener(type, run, options)
  return () => {
    for (const type of types) target.removeEventListener(type, run, options)
  }
}
