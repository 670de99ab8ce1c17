import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Finding, told } from '../doctor/finding.js'
import { findMention } from '../doctor/findMention.js'
import { lookAtApp } from '../doctor/lookAtApp.js'
import { lookAtCluster } from '../doctor/lookAtCluster.js'
import { lookAtDisk } from '../doctor/lookAtDisk.js'
import { lookAtNode } from '../doctor/lookAtNode.js'
import { lookAtStore } from '../doctor/lookAtStore.js'
import { lookAtUrl } from '../doctor/lookAtUrl.js'
import { replicasAt } from '../doctor/replicasAt.js'
import { readProject } from '../init/readProject.js'
import { openStore } from '../store/openStore.js'
import { parseStoreUrl } from '../store/storeUrl.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, urlOf } from './storeOf.js'

const options = {
  dir: { type: 'string', default: '.' },
  store: { type: 'string' },
  url: { type: 'string' },
  site: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site } = values
  const url = values.url?.replace(/\/$/, '')
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return misreadBy(terminal)(
      `--url: expected an address such as https://help.example.com/api/help, got "${values.url}"`,
    )

  const { folder, findings: ofStore } = await ofStoreAt(urlOf(values.store))
  const disk = await statfs(folder).catch(() => null)
  const token = process.env.HELPTALLY_TOKEN
  const findings = [
    lookAtNode(process.versions.node),
    ...(await ofApp(resolve(values.dir))),
    ...ofStore,
    ...(disk ? [lookAtDisk(disk.bavail * disk.bsize)] : []),
    ...(url ? await lookAtUrl({ url, token, site, now: Date.now }) : []),
  ]
  terminal.out(values.json ? JSON.stringify(findings) : findings.map(told).join('\n'))
  return findings.every(({ ok }) => ok) ? 0 : 1
}

async function ofStoreAt(url: string): Promise<{ folder: string; findings: Finding[] }> {
  const read = parseStoreUrl(url)
  const { folder } = read
  if (read.engine === 'clickhouse') {
    const replicas = replicasAt(read)
    const findings = lookAtCluster({ replicas, folder, now: Date.now }).finally(() =>
      Promise.all(replicas.map(({ alone }) => alone.close())),
    )
    return { folder, findings: await findings }
  }
  const store = openStore(url)
  return { folder, findings: await lookAtStore(store, folder).finally(() => store.close()) }
}

/** A package.json that nobody can read is not what is looked for here. */
async function ofApp(folder: string): Promise<Finding[]> {
  const project = await readProject(folder).catch(() => null)
  return project ? lookAtApp(project, (words) => findMention(folder, words)) : []
}

export const doctorCommand: Command = {
  says: 'looks at a set-up, and says what is wrong and how to mend it',
  help: `helptally doctor

Looks at Node, a Next.js app that is here, the store, the disk and, by its address, the collector that pages send to.
Of a ClickHouse store it asks each server: tables, rights, clock, replicas, keeper, parts, disks, and what waits for them.
Says what was found, and how to mend what is wrong. Exit code 0: nothing is. HELPTALLY_TOKEN lets it read reports.

  --dir <folder>          the app; default: here
  --url <address>         the collector, such as https://help.example.com/api/help
  --site <id>             the help center that it should be of
  --json                  the findings as JSON
${STORE_HELP}`,
  run,
}
