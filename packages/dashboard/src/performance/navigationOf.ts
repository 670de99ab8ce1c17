import type { VitalsRow } from '@helptally/server/reports'
import type { Address } from '../address.js'

/** Loads of a page, and changes of page inside the app: never mixed. */
export type Navigation = VitalsRow['navigation']
export const NAVIGATIONS: readonly Navigation[] = ['hard', 'soft']

/** The kind that the address asks for; page loads when it says nothing. */
export const navigationOf = ({ tab }: Address): Navigation => (tab === 'soft' ? 'soft' : 'hard')
