import { readTraces } from './readTraces.js'
import type { Trace } from './trace.js'
import consent from './traces/consent.json' with { type: 'json' }
import conversations from './traces/conversations.json' with { type: 'json' }
import helpIdle from './traces/help-idle.json' with { type: 'json' }
import helpInside from './traces/help-inside.json' with { type: 'json' }
import helpStarts from './traces/help-starts.json' with { type: 'json' }
import messaging from './traces/messaging.json' with { type: 'json' }
import several from './traces/several.json' with { type: 'json' }
import social from './traces/social.json' with { type: 'json' }
import web from './traces/web.json' with { type: 'json' }

const files = [helpStarts, helpIdle, helpInside, consent, web, messaging, social, conversations, several]

/** The rules by example: every trace that is published with this version. */
export function publishedTraces(): readonly Trace[] {
  return files.flatMap((file) => {
    const read = readTraces(file)
    if (!read.ok) throw new Error(`[helptally] A published trace cannot be read: ${read.reason}`)
    return read.traces
  })
}
