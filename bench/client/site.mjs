// Serves the pages of the bench. Each run has a host of its own, and with it a journal and locks of its own.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>How to reset a password</title>
<main><h1>How to reset a password</h1><p>Open the settings page, choose Security, then follow the steps.</p></main>
<script type="module" src="/page.js"></script>`
const PLAIN = '<!doctype html><title>Elsewhere</title><p>Another page.'

export async function serveSite() {
  const script = await bundle()
  const server = createServer(({ url }, answer) => {
    const [type, body] = answerTo(url, script)
    answer.writeHead(200, { 'content-type': type }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const originOf = (run) => `http://${run}.localhost:${server.address().port}`
  return {
    article: (run, base) => `${originOf(run)}/articles/password?${new URLSearchParams({ run, base })}`,
    elsewhere: (run) => `${originOf(run)}/elsewhere`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answerTo(url, script) {
  if (url === '/page.js') return ['text/javascript', script]
  return ['text/html', url.startsWith('/articles/') ? ARTICLE : PLAIN]
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.js', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0].contents
}
