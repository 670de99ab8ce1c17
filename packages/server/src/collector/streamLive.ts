import { mayAct, maySee } from './access.js'
import { refuse, streamed } from './answers.js'
import type { Context } from './routes.js'
import { siteOf } from './siteOf.js'
import { whileAllowed } from './whileAllowed.js'

const TYPE = 'text/event-stream'
/** Proxies cut what is silent for longer. */
const BREATH_MS = 15_000
const RETRY_MS = 2_000
/** Messages. */
const MOST_UNREAD = 20
/** A server that is to end waits for the connections that somebody still uses. */
const LATER = { 'retry-after': '5', connection: 'close' }

/**
 * `GET {base}/live?site&…`: the report `live` over the last 24 hours as server-sent events, whenever it has changed. A
 * client that loses the stream asks anew, as `EventSource` does by itself. It ends when its reader may not listen any more.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function streamLive(request: Request, context: Context): Promise<Response> {
  const { live, after } = context
  if (live.isFull()) return refuse(503, 'Nobody more can listen now: ask again later.', LATER)
  const feed = await live.open(new URL(request.url).searchParams)
  if (typeof feed === 'string') return refuse(400, feed)
  // Nobody would read on.
  if (request.method === 'HEAD') return streamed(TYPE, null)
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const say = (text: string) => {
        controller.enqueue(encoder.encode(text))
        // Whoever does not read is not kept waiting for: they ask anew.
        if (controller.desiredSize! < -MOST_UNREAD) end()
      }
      let cancelBreath = () => {}
      const breathe = () => {
        cancelBreath = after(BREATH_MS, () => {
          breathe()
          say(':\n\n')
        })
      }
      const end = () => {
        stop()
        controller.close()
      }
      say(`retry: ${RETRY_MS}\n\n`)
      breathe()
      const leave = feed.listen({ tell: (text) => say(`data: ${text}\n\n`), end })
      const stopAsking = whileAllowed({ isAllowed: () => mayListen(request, context), after, onRefused: end })
      stop = () => {
        stopAsking()
        cancelBreath()
        leave()
      }
    },
    cancel: () => stop(),
  })
  request.signal.addEventListener('abort', () => stop())
  return streamed(TYPE, body)
}

async function mayListen(request: Request, { accessOf, defaults }: Context): Promise<boolean> {
  const access = await accessOf(request)
  return access.granted && mayAct(access.role, 'viewer') && maySee(access, siteOf(request, defaults) ?? '')
}
