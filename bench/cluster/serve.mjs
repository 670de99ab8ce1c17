// serve.mjs [--shards 2] [--replicas 2] [--port 19100]: the same cluster to try things on by hand, until it is interrupted.
import { parseArgs } from 'node:util'
import { newFolder } from './newFolder.mjs'
import { startCluster } from './startCluster.mjs'

const { values } = parseArgs({
  options: {
    shards: { type: 'string', default: '2' },
    replicas: { type: 'string', default: '2' },
    port: { type: 'string', default: '19100' },
  },
})

const { shards, replicas, port } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
)
const folder = newFolder()
const { nodes } = await startCluster({ folder, shards, replicas, port })
for (const { name, http, tcp } of nodes) console.log(`${name} http://127.0.0.1:${http} tcp 127.0.0.1:${tcp}`)
console.log(`in ${folder}, until it is interrupted`)
