import { fileURLToPath } from 'node:url'
import { pageEventSchemas } from '@helptally/core/schema'
import { toJsonSchema } from '@valibot/to-json-schema'
import { createGenerator } from 'ts-json-schema-generator'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What is answered: a file, and the types of it that a caller may see. */
const ANSWERS = {
  'src/reports/shapes.ts': ['Reports'],
  'src/reports/explainSession.ts': ['SessionAnswer'],
  'src/collector/receiveEvents.ts': ['Receipt'],
  'src/conversations/linesOfFacts.ts': ['ConversationReceipt'],
  'src/conversations/explainConversation.ts': ['ConversationAnswer'],
  'src/collector/receiveWebhook.ts': ['WebhookReceipt'],
  '../core/src/conversation/conversationFact.ts': ['ConversationFact'],
  'src/ledger/lookUp.ts': ['LedgerEntry'],
  'src/annotations/annotation.ts': ['Annotation', 'AnnotationBody'],
  'src/jobs/job.ts': ['ExportJob', 'ImportJob', 'RecountJob', 'ExportBody', 'RecountBody', 'JobChangeBody'],
  'src/gapWork/gapWork.ts': ['GapChangeBody', 'GapChangeReceipt', 'GapChangeTold'],
  'src/tickets/ticket.ts': ['TicketRow', 'TicketReceipt'],
}

/** The JSON Schemas of all that goes in and out, made from the types that answer and the schemas that check. */
export function schemasOf() {
  const schemas = {}
  for (const [path, types] of Object.entries(ANSWERS)) {
    const options = { tsconfig: `${ROOT}tsconfig.json`, jsDoc: 'extended', skipTypeCheck: true, topRef: true }
    const generator = createGenerator({ ...options, path: ROOT + path, type: '*', additionalProperties: true })
    for (const type of types) Object.assign(schemas, generator.createSchema(type).definitions)
  }
  for (const [name, schema] of Object.entries(pageEventSchemas)) {
    const { $schema: _, ...event } = toJsonSchema(schema, { errorMode: 'ignore' })
    schemas[name] = event
  }
  return renamed(schemas)
}

/** OpenAPI takes letters, digits, dots, dashes and underscores for a name. */
function renamed(schemas) {
  const nameOf = (name) => name.replaceAll(/[<>,|]+/g, '_').replaceAll(/_$/g, '')
  const text = JSON.stringify(schemas).replaceAll(
    /"#\/definitions\/([^"]+)"/g,
    (_, name) => `"#/components/schemas/${nameOf(decodeURIComponent(name))}"`,
  )
  return Object.fromEntries(
    Object.entries(JSON.parse(text))
      .map(([name, schema]) => [nameOf(name), schema])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
