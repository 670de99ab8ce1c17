import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterTest, tempFolder } from './temp.js'

export interface SmallDisk {
  readonly folder: string
  /** As a file system does by itself after a fault. */
  becomeReadOnly(): void
  becomeWritable(): void
  /** Leaves room for nothing. */
  fill(): void
  makeRoom(): void
}

const BALLAST = 'ballast'

/** A disk of its own, of so many bytes. */
export async function smallDisk(bytes: number): Promise<SmallDisk> {
  const folder = await tempFolder()
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)
  afterTest(async () => run('umount', '-l', folder))
  return {
    folder,
    becomeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    becomeWritable: () => run('mount', '-o', 'remount,rw', folder),
    fill: () => run('sh', '-c', `cat /dev/zero > '${join(folder, BALLAST)}' || true`),
    makeRoom: () => rmSync(join(folder, BALLAST)),
  }
}

/** Only root may mount, and not in every container. */
export const canMount: boolean = tryToMount()

function tryToMount(): boolean {
  if (process.platform !== 'linux' || process.getuid!() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'helptally-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
  if (mounted) run('umount', folder)
  rmdirSync(folder)
  return mounted
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}
