import { type Access, accessOf } from '@helptally/server'
import { headers } from 'next/headers.js'
import type { HelpInsightsOptions } from './createHelpInsights.js'

/** A door that fails stays shut. */
export async function accessTo(
  { authorize, token = process.env.HELPTALLY_TOKEN }: HelpInsightsOptions,
  request: Request,
): Promise<Access> {
  try {
    return await accessOf(request, { authorize, token })
  } catch (error) {
    console.error('[helptally] `authorize` failed, so the dashboard stays closed.', error)
    return { granted: false, reason: '' }
  }
}

/** What `authorize` looks at: the request behind this page, its headers and cookies. */
export async function currentRequest(): Promise<Request> {
  const sent = await headers()
  return new Request(`http://${sent.get('host') ?? 'localhost'}/`, { headers: new Headers(sent) })
}
