import { writeFileSync } from 'node:fs'
import { schemasOf } from './schemasOf.mjs'

/** Writes the schemas of the OpenAPI description: to be run when a type that is answered, or an event, has changed. */
const lines = Object.entries(schemasOf()).map(
  ([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)},\n`,
)
const file = new URL('../src/openapi/schemas.ts', import.meta.url)
writeFileSync(
  file,
  `/** Made by \`npm run openapi\`, from the types that are answered and the schemas of events. */\nexport const schemas: Readonly<Record<string, unknown>> = {\n${lines.join('')}}\n`,
)
