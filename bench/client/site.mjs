// Serves the pages of the bench. Each run has a host of its own, and with it a journal and locks of its own.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>How to reset a password</title>
<main><h1>How to reset a password</h1><p>Open the settings page, choose Security, then follow the steps.</p></main>
<script type="module" src="/page.js"></script>`
const PLAIN = '<!doctype html><title>Elsewhere</title><p>Another page.'

export async function serveSite() {
  const scripts = await bundle()
  const server = createServer(({ url }, answer) => {
    const [type, body] = answerTo(url, scripts)
    answer.writeHead(200, { 'content-type': type }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const originOf = (run) => `http://${run}.localhost:${server.address().port}`
  return {
    article: (run, base) => `${originOf(run)}/${run}/articles/password?${new URLSearchParams({ base })}`,
    elsewhere: (run) => `${originOf(run)}/elsewhere`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answerTo(url, scripts) {
  const script = scripts.get(url)
  if (script) return ['text/javascript', script]
  return ['text/html', url.includes('/articles/') ? ARTICLE : PLAIN]
}

/** The contents of each script by its path: the page's own, and what it loads later. */
async function bundle() {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [`${root}page.js`],
    absWorkingDir: root,
    outdir: root,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return new Map(outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]))
}
