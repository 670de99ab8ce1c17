import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { childOf } from './child.mjs'

/** Debian's libzookeeper-java: its manifest names all others that it needs. */
const JAR = '/usr/share/java/zookeeper.jar'

/** A ZooKeeper: the replicas agree by it on who has which block. */
export function keeperOf({ folder, port }) {
  if (!existsSync(JAR)) {
    throw new Error(`[helptally] Found no ${JAR}. Install default-jre-headless and libzookeeper-java.`)
  }
  mkdirSync(join(folder, 'keeper'), { recursive: true })
  const config = join(folder, 'keeper.cfg')
  const settings = {
    tickTime: 1_000,
    dataDir: join(folder, 'keeper'),
    clientPort: port,
    clientPortAddress: '127.0.0.1',
    'admin.enableServer': false,
    '4lw.commands.whitelist': 'srvr',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(config, lines.join(''))
  const args = ['-Xmx256m', '-cp', JAR, 'org.apache.zookeeper.server.quorum.QuorumPeerMain', config]
  const child = childOf({ command: 'java', args, cwd: folder, log: join(folder, 'keeper.log') })
  return { ...child, answers: () => serves(port) }
}

/** It says "imok" before it serves, and its mode not before. */
function serves(port) {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write('srvr'))
    socket.setEncoding('latin1').setTimeout(1_000, () => socket.destroy())
    socket.on('data', (text) => {
      heard += text
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard.includes('Mode: standalone')))
  })
}
