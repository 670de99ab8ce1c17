import { llmsTxt } from '../../lib/llms'

export const dynamic = 'force-static'

export const GET = (): Response => new Response(llmsTxt(), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
