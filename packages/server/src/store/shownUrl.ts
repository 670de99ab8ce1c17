/** What may follow a store's URL and be read by anybody. */
const OPEN_OPTIONS: ReadonlySet<string> = new Set([
  'keepDays',
  'folder',
  'cluster',
  'insert',
  'tls',
  'ca',
  'cert',
  'key',
  'timeoutSeconds',
  'connectSeconds',
])

/**
 * A store's URL as anybody may see it, also where it is none: without who asks, and with no option that is not known to
 * be harmless. Where a password that was not escaped leaves in doubt what is which, next to nothing is shown.
 */
export function shownUrl(url: string): string {
  const [scheme, rest] = afterScheme(url)
  if (!scheme.includes('//')) return url
  const asks = rest.indexOf('?')
  const at = rest.lastIndexOf('@')
  if (asks >= 0 && at > asks) return `${scheme}***`
  const [place = '', ...options] = rest.slice(at + 1).split(/[?&]/)
  const shown = options.map(shownOption)
  return `${scheme}${at < 0 ? '' : '***@'}${withoutOddPorts(place)}${shown.length > 0 ? `?${shown.join('&')}` : ''}`
}

function afterScheme(url: string): [scheme: string, rest: string] {
  const scheme = /^[a-z]+:(?:(?:\/\/)?https?:\/\/|\/\/)?/i.exec(url)?.[0] ?? ''
  return [scheme, url.slice(scheme.length)]
}

/** Where the host was forgotten, a password stands in the place of a port. */
const withoutOddPorts = (place: string): string =>
  place.replace(/:(?!\d{1,5}(?:[,;/]|$))[^,;/[\]]*(?![^[]*\])/g, ':***')

function shownOption(option: string): string {
  const [name] = option.split('=')
  return OPEN_OPTIONS.has(name!) ? option : '***'
}
