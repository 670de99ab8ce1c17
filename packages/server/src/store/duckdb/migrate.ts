import { StoreUnavailable } from '../../storeUnavailable.js'
import type { Engine } from './engine.js'
import { schemaSteps, schemaTableSql, schemaVersionSql, setSchemaVersionSql } from './schema.sql.js'

/** Brings a store's tables to the version of this program. A step is taken whole or not at all, and its data stays. */
export async function migrate(engine: Engine, folder: string): Promise<void> {
  await engine.query(schemaTableSql)
  const [found] = await engine.query<{ version: number }>(schemaVersionSql)
  const { version } = found!
  if (version > schemaSteps.length) throw isNewer(folder, version)
  for (const [i, step] of schemaSteps.entries()) {
    if (i < version) continue
    await engine.transaction(async (run) => {
      for (const statement of step) await run(statement)
      await run(setSchemaVersionSql, { version: i + 1 })
    })
  }
}

function isNewer(folder: string, version: number): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] The store ${folder} was written by a newer Helptally: its tables have version ${version}, this one ` +
      `knows ${schemaSteps.length}. Events are taken and safe. Update @helptally/*, or use the backup from before.`,
  )
}
