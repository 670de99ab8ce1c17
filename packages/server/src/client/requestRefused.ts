/** The collector said no. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  /** The status of the answer. */
  readonly status: number
  /** When to ask again, seconds; null when it does not say. */
  readonly retryAfterS: number | null

  constructor(message: string, status: number, retryAfterS: number | null) {
    super(message)
    this.status = status
    this.retryAfterS = retryAfterS
  }

  static async of(what: string, response: Response): Promise<RequestRefused> {
    const { status, headers } = response
    const after = Number(headers.get('retry-after') ?? Number.NaN)
    return new RequestRefused(
      `[helptally] ${what} was answered ${status}: ${await reasonIn(response)}`,
      status,
      Number.isFinite(after) ? after : null,
    )
  }
}

/** What answers is not always a collector. */
async function reasonIn(response: Response): Promise<string> {
  const body = await response.json().catch(() => null)
  const said = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  return typeof said === 'string' ? said : 'no reason given. Expected the base path of a collector, such as /api/help.'
}
