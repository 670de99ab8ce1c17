import { findHelp, type SiteFact } from '@helptally/browser'

/**
 * Tells what no mark in the page says: `track({ name: 'help.contact.offer', method: 'form', offered: ['idle'] })`. Does
 * nothing on the server, and nothing without consent.
 */
export function track(fact: SiteFact): void {
  findHelp()?.track(fact)
}
