import { CHANNELS_DEFINITION } from '../reports/channels.js'
import { LEDGER_DEFINITION } from '../reports/ledger.js'
import { SESSIONS_DEFINITION } from '../reports/sessions.js'
import type { MadeBy } from './statement.js'

/** The versions of the definitions that statements count by. */
export const DEFINITIONS: MadeBy['definitions'] = {
  sessions: SESSIONS_DEFINITION.version,
  channels: CHANNELS_DEFINITION.version,
  ledger: LEDGER_DEFINITION.version,
}
