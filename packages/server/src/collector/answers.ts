/** What a caller gets. Bodies are JSON; nothing is cached. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** A refusal says what was expected, what came and how to mend it. */
export function refuse(status: number, error: string, headers?: Readonly<Record<string, string>>): Response {
  return answer(status, { error }, headers)
}
