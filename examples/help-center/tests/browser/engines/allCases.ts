import { blockedCases } from './blocked.js'
import { consentCases } from './consent.js'
import type { Engine } from './drivers/engine.js'
import { everydayCases } from './everyday.js'
import { playIn } from './play.js'
import { returnCases } from './returns.js'
import { tabCases } from './tabs.js'

export function allCases(engine: Engine): void {
  const check = playIn(engine)
  everydayCases(check)
  tabCases(check, engine)
  consentCases(check, engine)
  returnCases(check, engine)
  blockedCases(check, engine)
}
