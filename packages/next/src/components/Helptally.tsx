'use client'

import { findHelp, type HelpOptions, startHelp } from '@helptally/browser'
import { startHelpWithDevtools } from '@helptally/browser/devtools'
import { useState } from 'react'
import { buildOptions } from '../config/buildOptions.js'
import { configured } from '../configured.js'

/** For a site whose config is not passed through `withHelptally`, whose options win. Addresses are whole, with `basePath`. */
export interface HelptallyProps extends Partial<Pick<HelpOptions, 'site' | 'articles' | 'home' | 'base' | 'consent'>> {}

// As soon as the code is there, before a page is hydrated.
const built = buildOptions()
if (built) start(built)

/**
 * Boots the engine where Next does not do it by itself, before 16.3: place it first in the <body> of the root layout, and in
 * `pages/_app`. Draws nothing.
 */
export function Helptally(props: HelptallyProps): null {
  // In no effect: the hooks of other components look for the engine in theirs.
  useState(() => {
    if (!built) startBy(props)
  })
  return null
}

function startBy({ site, articles, ...others }: HelptallyProps): void {
  if (typeof window === 'undefined' || findHelp()) return
  if (site && articles) start({ ...others, site, articles })
  else console.error(EXPECTED_OPTIONS)
}

function start(told: HelpOptions): void {
  const options = { ...told, ...configured() }
  // Bundlers read this literally, and leave the overlay out of a build for production.
  if (process.env.NODE_ENV === 'development' && process.env.HELPTALLY_DEVTOOLS === '1') startHelpWithDevtools(options)
  else startHelp(options)
}

const EXPECTED_OPTIONS =
  '[helptally] <Helptally> expected the options of withHelptally and found none, so nothing is counted. Pass your config through withHelptally in next.config.mjs, or give the component "site" and "articles".'
