import { createServer, request } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'

const CUT_SHARE = 0.05
const LOST_SHARE = 0.1
const REPLAYED_SHARE = 0.1
/** A copy may wait on its way. */
const REPLAYED_WITHIN_MS = 3_000

/**
 * An HTTP proxy between one site and one replica. Of the inserts that pass, some are cut off in the middle, some are
 * done and their answer is lost, and some are delivered once more, here or to the shard's other replica.
 */
export async function startWire({ port, node, others, random }) {
  const seen = { inserts: 0, cut: 0, lost: 0, replayed: 0 }
  const copies = new Set()
  let isHonest = false
  let takeNext = null

  async function insert(asked, body, answer) {
    seen.inserts++
    if (!isHonest && random.chance(CUT_SHARE)) {
      seen.cut++
      await deliver(node.http, asked, body, { cutAt: cutOf(body) }).catch(() => undefined)
      return answer.destroy()
    }
    const heard = await deliver(node.http, asked, body)
    if (takeNext && heard.status === 200) {
      // Whoever waits for this kills the site now: it never hears of it.
      takeNext()
      takeNext = null
      return answer.destroy()
    }
    if (!isHonest && heard.status === 200 && random.chance(REPLAYED_SHARE)) replay(asked, body)
    if (!isHonest && random.chance(LOST_SHARE)) {
      seen.lost++
      return answer.destroy()
    }
    answer.writeHead(heard.status, heard.headers).end(heard.body)
  }

  function replay(asked, body) {
    const to = random.pick([node, ...others])
    const copy = after(random.whole(0, REPLAYED_WITHIN_MS))
      .then(() => deliver(to.http, asked, body))
      .then(({ status }) => {
        if (status === 200) seen.replayed++
      })
      .catch(() => undefined)
      .finally(() => copies.delete(copy))
    copies.add(copy)
  }

  const server = createServer(async (asked, answer) => {
    // As if nobody listened there.
    const broken = () => answer.destroy()
    try {
      const body = await wholeOf(asked)
      if (isInsert(asked, body)) return await insert(asked, body, answer)
      const heard = await deliver(node.http, asked, body)
      answer.writeHead(heard.status, heard.headers).end(heard.body)
    } catch {
      broken()
    }
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    seen,
    url: `127.0.0.1:${port}`,
    /** Resolves when an insert was done whose answer the site is not going to hear. */
    afterNextInsert: () =>
      new Promise((resolve) => {
        takeNext = resolve
      }),
    forgetNextInsert: () => {
      takeNext = null
    },
    /** From now on all goes well; resolves when nothing is on its way any more. */
    calm: async () => {
      isHonest = true
      await Promise.all(copies)
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Where it hurts most: behind a whole row, if rows can be seen. */
function cutOf(body) {
  const half = body.length >> 1
  return body.lastIndexOf('\n', half) + 1 || half
}

function isInsert({ method, url }, body) {
  if (method !== 'POST') return false
  const sql = new URL(url, 'http://localhost').searchParams.get('query') || body.subarray(0, 100).toString('latin1')
  return /^\s*insert/i.test(sql)
}

/** Hands a request on, whole or up to a byte, and resolves to the whole answer. */
function deliver(port, { method, url, headers }, body, { cutAt = null } = {}) {
  return new Promise((resolve, reject) => {
    const { connection, 'transfer-encoding': _, ...kept } = headers
    const onward = request({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers: { ...kept, 'content-length': body.length },
    })
    onward.on('error', reject)
    onward.on('response', (answer) => {
      const { connection: _1, 'transfer-encoding': _2, 'keep-alive': _3, ...own } = answer.headers
      wholeOf(answer).then((heard) => resolve({ status: answer.statusCode, headers: own, body: heard }), reject)
    })
    if (cutAt === null) return onward.end(body)
    onward.write(body.subarray(0, cutAt), () => onward.socket.end())
  })
}

async function wholeOf(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
