let hasComplained = false

/** What `act` answers, or undefined when it throws: the overlay may fail, the site and its counting go on. */
export function unhurt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (!hasComplained) console.error('[helptally] The overlay failed; counting goes on without it.', error)
    hasComplained = true
    return undefined
  }
}
