import type { NextConfig } from 'next'
import { isBefore, type NextVersion } from './installedNext.js'
import { withoutTwins } from './withoutTwins.js'

const INSTRUMENT = '@helptally/next/instrument'
const INSTRUMENT_WITH_DEVTOOLS = '@helptally/next/instrument-with-devtools'
/** Since then Next loads what a config names before a page is hydrated. Older ones want <Helptally> in the page. */
const INJECTS_SINCE: NextVersion = [16, 3]

/** How the engine comes into pages, with the overlay of development or without. */
export function boot(config: NextConfig, next: NextVersion, how: { readonly devtools: boolean }): NextConfig {
  if (isBefore(next, INJECTS_SINCE)) return how.devtools ? { env: { ...config.env, HELPTALLY_DEVTOOLS: '1' } } : {}
  const module = how.devtools ? INSTRUMENT_WITH_DEVTOOLS : INSTRUMENT
  return { instrumentationClientInject: withoutTwins([...(config.instrumentationClientInject ?? []), module]) }
}
