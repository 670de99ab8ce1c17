import { spawn } from 'node:child_process'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a command to its end. On Windows `npm` and `npx` are scripts, which only a shell can start. */
export function run(command: string, args: readonly string[], { cwd, env = process.env }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && !command.includes('\\')
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    const heard = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard.stderr += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...heard }))
  })
}
