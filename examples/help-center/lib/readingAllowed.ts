const LOCALHOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * Who may read the numbers of this demo: whoever sits at the machine it runs on.
 * A real site asks here who is signed in.
 */
export function readingAllowed({ headers }: { readonly headers: Headers }): boolean {
  return LOCALHOST.test(headers.get('host') ?? '')
}
