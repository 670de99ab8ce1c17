/** Waits for what is bound to come, and says what it waited for when it does not. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 4_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`)
    await new Promise((next) => setTimeout(next, 10))
  }
}
