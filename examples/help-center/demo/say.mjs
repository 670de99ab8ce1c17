export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Ends the demo with one sentence for people; a bug keeps its stack. */
export function stopBecause(error) {
  const isForPeople = error instanceof Error && error.message.startsWith('[helptally]')
  process.stderr.write(`${isForPeople ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
}

/** An error that is told as it is. */
export function expectation(sentence) {
  return new Error(`[helptally] ${sentence}`)
}
