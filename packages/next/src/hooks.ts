'use client'

import { type Consent, findHelp, type HelpState } from '@helptally/browser'
import { useSyncExternalStore } from 'react'

const UNSTARTED: HelpState = {
  consent: 'unknown',
  refusedBySignal: false,
  status: 'off',
  tabId: null,
  session: null,
  article: null,
  degraded: [],
}

const noop = () => {}
const subscribe = (onChange: () => void) => findHelp()?.store.subscribe(onChange) ?? noop
const current = () => findHelp()?.store.getState() ?? UNSTARTED

/**
 * A part of the state of this tab: `useHelpSession((help) => help.session)`. Renders again when that part changes, so the
 * selector must not make new objects. On the server: nothing started, consent unknown.
 */
export function useHelpSession<T>(selector: (state: HelpState) => T): T {
  return useSyncExternalStore(
    subscribe,
    () => selector(current()),
    () => selector(UNSTARTED),
  )
}

/** The reader's choice and the way to make it. `consent` is `unknown` on the server and until the page is hydrated. */
export function useConsent(): { readonly consent: Consent; readonly grant: () => void; readonly refuse: () => void } {
  return { consent: useHelpSession((help) => help.consent), grant, refuse }
}

const grant = () => findHelp()?.setConsent('granted')
const refuse = () => findHelp()?.setConsent('refused')
