import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/** `fetch` may not choose the Host header. */
export function askAs(host: string, url: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, async (answer) =>
      resolve({ status: answer.statusCode, text: await text(answer) }),
    )
      .on('error', reject)
      .end()
  })
}
