const NONCE = /'nonce-([\w+/=-]+)'/
const DIRECTIVES = ['style-src-elem', 'style-src', 'default-src']

/**
 * The nonce that a site's Content-Security-Policy wants on styles, as its `proxy.ts` tells it in the request: that is
 * where Next, too, finds the one for scripts. https://nextjs.org/docs/app/guides/content-security-policy
 */
export function styleNonce(headers: Pick<Headers, 'get'>): string | undefined {
  const policy = headers.get('content-security-policy') ?? headers.get('content-security-policy-report-only') ?? ''
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/))
  const ruling = DIRECTIVES.map((name) => directives.find(([given]) => given === name)).find(Boolean)
  return ruling?.map((source) => NONCE.exec(source)?.[1]).find(Boolean)
}
