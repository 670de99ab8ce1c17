import { MAX_FACTS } from '@helptally/core/schema'
import { LETTER_LOCALES } from '../letters/letter.js'
import { REPORT_NAMES } from '../reports/readReport.js'
import { jobPaths } from './jobPaths.js'
import { reportParameters } from './parameters.js'
import { json, object, READERS, ref, refusals } from './parts.js'
import { schemas } from './schemas.js'

/** What this collector answers, by OpenAPI 3.1. `base`: the address below which it does. */
export function openApi(base: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Helptally',
      version: '1',
      description: 'Counts help-center sessions exactly, and shows why each was counted.',
    },
    servers: [{ url: base }],
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        serverKey: { type: 'http', scheme: 'bearer' },
      },
      parameters: Object.fromEntries(reportParameters.map((parameter) => [parameter.name, parameter])),
    },
    paths: {
      '/events': {
        post: {
          summary: 'Takes a batch of events from a page. What is answered is durable.',
          requestBody: {
            required: true,
            content: { 'text/plain': { schema: batch }, 'application/json': { schema: batch } },
          },
          responses: {
            202: json('Kept, but for what is named as rejected.', ref('Receipt')),
            ...refusals(400, 403, 413, 429, 503),
          },
        },
      },
      ...Object.fromEntries(REPORT_NAMES.map((name) => [`/reports/${name}`, { get: reportCall(name) }])),
      '/sessions/{id}': {
        get: {
          summary: 'One session explained, as JSON or in words.',
          ...READERS,
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'format', in: 'query', schema: { type: 'string', enum: ['json', 'text'] } },
            {
              name: 'lang',
              in: 'query',
              description: 'Of the words.',
              schema: { type: 'string', enum: LETTER_LOCALES },
            },
            { $ref: '#/components/parameters/tz' },
          ],
          responses: {
            200: {
              description: 'Found.',
              content: {
                'application/json': { schema: { anyOf: [ref('SessionAnswer'), ref('ConversationAnswer')] } },
                'text/plain': { schema: { type: 'string' } },
              },
            },
            ...refusals(400, 401, 404, 503),
          },
        },
      },
      '/ledger/{id}': { get: lookUp('What became of one event.', ref('LedgerEntry')) },
      '/visitors/{id}': {
        delete: {
          ...lookUp('Erases all events of a visitor.', object({ erased: { type: 'integer' } })),
        },
      },
      '/visitors/erase': {
        post: {
          summary: "Erases all events of a visitor of a chat platform, by the platform's id or the telephone number.",
          ...READERS,
          parameters: [{ $ref: '#/components/parameters/site' }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: object({ visitor: { type: 'string' } }) } },
          },
          responses: {
            200: json('Erased.', object({ erased: { type: 'integer' } })),
            ...refusals(400, 401, 403, 409, 413, 415, 503),
          },
        },
      },
      '/live': {
        get: {
          summary: 'The report `live` over the last 24 hours, whenever it has changed, as server-sent events.',
          ...READERS,
          parameters: reportParameters.map((parameter) => ({ $ref: `#/components/parameters/${parameter.name}` })),
          responses: {
            200: { description: 'A stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
            ...refusals(400, 401, 403, 503),
          },
        },
      },
      '/gaps': {
        post: {
          summary: 'Changes what editors say of a content gap, puts gaps together or apart, or takes a change back.',
          ...READERS,
          parameters: [{ $ref: '#/components/parameters/site' }],
          requestBody: { required: true, content: { 'application/json': { schema: ref('GapChangeBody') } } },
          responses: {
            200: json('Kept.', ref('GapChangeReceipt')),
            ...refusals(400, 401, 403, 409, 413, 415, 503),
          },
        },
      },
      '/gaps/changes': {
        get: {
          summary: 'The latest changes of content gaps, the latest first.',
          ...READERS,
          parameters: [{ $ref: '#/components/parameters/site' }],
          responses: {
            200: json('Found.', object({ rows: { type: 'array', items: ref('GapChangeTold') } })),
            ...refusals(400, 401, 403, 503),
          },
        },
      },
      '/annotations': {
        get: {
          summary: 'What was done to the help center, the latest first.',
          ...READERS,
          parameters: ['site', 'from', 'to', 'tz'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
          responses: {
            200: json('Found.', object({ rows: { type: 'array', items: ref('Annotation') } })),
            ...refusals(400, 401, 403, 503),
          },
        },
        post: {
          summary: 'Keeps what was done: a deploy, a publication, a note. The same one told again is kept once.',
          ...READERS,
          parameters: [{ $ref: '#/components/parameters/site' }],
          requestBody: { required: true, content: { 'application/json': { schema: ref('AnnotationBody') } } },
          responses: {
            200: json('Kept.', object({ id: { type: 'string', format: 'uuid' } })),
            ...refusals(400, 401, 403, 413, 415, 503),
          },
        },
      },
      '/annotations/{id}': {
        delete: {
          ...lookUp('Removes an annotation.', object({ id: { type: 'string', format: 'uuid' } })),
        },
      },
      '/conversations': {
        post: {
          summary: 'Takes facts of conversations from a bot platform. What is answered is durable.',
          security: [{ serverKey: [] }],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['facts'],
                  properties: {
                    site: { type: 'string' },
                    test: { const: true },
                    facts: { type: 'array', maxItems: MAX_FACTS, items: ref('ConversationFact') },
                  },
                },
              },
            },
          },
          responses: {
            202: json('Kept, but for what is named as rejected.', ref('ConversationReceipt')),
            ...refusals(400, 401, 413, 415, 503),
          },
        },
      },
      '/conversations/{platform}': {
        get: {
          summary: 'Answers a platform of Meta that asks whether this address is the one it was given.',
          parameters: [PLATFORM, ...['hub.mode', 'hub.verify_token', 'hub.challenge'].map(inQuery)],
          responses: {
            200: { description: 'The challenge.', content: { 'text/plain': { schema: { type: 'string' } } } },
            ...refusals(401, 404, 405),
          },
        },
        post: {
          summary: 'Takes a webhook of a chat platform, signed by it. What is answered is durable.',
          parameters: [PLATFORM, { $ref: '#/components/parameters/site' }],
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { type: 'object' } },
              'application/x-www-form-urlencoded': { schema: { type: 'object' } },
            },
          },
          responses: {
            200: {
              description: 'Kept, but for what is named; empty TwiML for Twilio.',
              content: {
                'application/json': { schema: ref('WebhookReceipt') },
                'text/xml': { schema: { type: 'string' } },
              },
            },
            ...refusals(400, 401, 404, 413, 415, 503),
          },
        },
      },
      '/tickets': {
        post: {
          summary: 'Takes the tickets of a help desk. What is answered is durable.',
          ...READERS,
          parameters: [{ $ref: '#/components/parameters/site' }],
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { type: 'array', items: ref('TicketRow') } },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          responses: {
            200: json('Kept, but for what is named as refused.', ref('TicketReceipt')),
            ...refusals(400, 401, 403, 413, 415, 503),
          },
        },
      },
      ...jobPaths,
      '/health': {
        get: { summary: 'Whether the store takes events and answers.', responses: { 200: ready, 503: ready } },
      },
      '/openapi.json': {
        get: { summary: 'This description.', responses: { 200: json('OpenAPI 3.1', { type: 'object' }) } },
      },
    },
  }
}

const inQuery = (name: string): object => ({ name, in: 'query', schema: { type: 'string' } })
const PLATFORM = {
  name: 'platform',
  in: 'path',
  required: true,
  description: 'One that this collector has switched on.',
  schema: { type: 'string', examples: ['whatsapp', 'messenger', 'instagram', 'telegram', 'twilio'] },
}

const ready = json('With the reason, for those who may read.', object({ ready: { type: 'boolean' } }))

/** The events themselves are checked one by one: any may be rejected without the others. */
const batch = {
  type: 'object',
  properties: {
    sentAt: { type: 'integer', description: 'Epoch ms, by the clock of the page.' },
    tabId: { type: 'string', format: 'uuid', description: 'The tab whose mark is asked for.' },
    events: {
      type: 'array',
      items: {
        anyOf: Object.keys(schemas)
          .filter((name) => name.includes('.'))
          .map(ref),
      },
    },
  },
  required: ['sentAt', 'events'],
}

function reportCall(name: string): object {
  const shape = (schemas.Reports as { properties: Record<string, object> }).properties[name]!
  return {
    summary: `The report \`${name}\`.`,
    ...READERS,
    parameters: reportParameters.map((parameter) => ({ $ref: `#/components/parameters/${parameter.name}` })),
    responses: {
      200: {
        description: 'The report; its rows alone as CSV.',
        content: { 'application/json': { schema: shape }, 'text/csv': { schema: { type: 'string' } } },
      },
      ...refusals(400, 401, 403, 503),
    },
  }
}

function lookUp(summary: string, schema: object): object {
  return {
    summary,
    ...READERS,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { 200: json('Found.', schema), ...refusals(400, 401, 403, 404, 503) },
  }
}
