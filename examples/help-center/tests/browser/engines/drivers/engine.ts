import type { Tab } from './tab.js'

/** A browser engine in which the everyday cases are proven. */
export interface Engine {
  readonly name: string
  /** Programs without which its tests are skipped. */
  readonly needs: readonly Program[]
  /** A Ctrl-click on a link opens a new tab. */
  readonly opensByCtrlClick: boolean
  /** The reader can switch Global Privacy Control on. */
  readonly hasPrivacyControl: boolean
  /** A page that was counted comes back from the bfcache. */
  readonly keepsPages: boolean
  /** What a page is left without when all that can be blocked is. */
  readonly withoutWhenBlocked: readonly ('storage' | 'locks' | 'channel')[]
  launch(setting?: Setting): Promise<Browser>
}

export interface Program {
  readonly name: string
  /** Where it is, or undefined. */
  readonly path: string | undefined
  /** The Debian package that brings it. */
  readonly debian: string
}

/** Something the reader has set in the browser. */
export type Setting = 'privacyControl' | 'blocked'

export interface Browser {
  /** A profile of its own, with nothing in it. */
  newReader(): Promise<Reader>
  close(): Promise<void>
}

export interface Reader {
  /** An empty tab, in front. */
  newTab(): Promise<Tab>
  /** All cookies of the site, `name=value`, those too that scripts cannot see. */
  cookies(site: string): Promise<string[]>
  close(): Promise<void>
}
