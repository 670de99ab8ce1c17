/** The segments of a path below a base, with or without a slash at its end; null for what is not below it, or no path. */
export function pathBelow(base: string, pathname: string): readonly string[] | null {
  if (!pathname.startsWith(`${base}/`)) return null
  try {
    return pathname
      .slice(base.length + 1)
      .replace(/\/$/, '')
      .split('/')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

/** A base path as it is compared, without the slash at its end; null for what is none. */
export function readBase(text: string): string | null {
  const base = text.replace(/\/$/, '')
  if (base === '') return text === '/' ? '' : null
  return base.startsWith('/') && URL.parse(base, 'http://localhost')?.pathname === base ? base : null
}
