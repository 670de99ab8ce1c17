/** What to do when nothing can listen at an address. */
export function cannotListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): Error {
  const place = `port ${port} of ${host}`
  switch (code) {
    case 'EADDRINUSE':
      return new Error(
        `[helptally] Expected a free port, and ${place} is taken by another process: take another --port.`,
      )
    case 'EACCES':
      return new Error(`[helptally] This user may not listen at ${place}: take a --port above 1023, behind a proxy.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(
        `[helptally] Expected --host, an address of this machine such as 127.0.0.1 or 0.0.0.0, got "${host}".`,
      )
    default:
      return new Error(`[helptally] Nothing can listen at ${place} (${message}).`)
  }
}
