/** A table that statements name, and DuckDB keeps in the database by that name. */
export interface View {
  readonly name: string
  readonly body: string
}

/** One that is asked for with arguments: whole expressions in the places of the parameters. */
export interface Macro extends View {
  readonly parameters: readonly string[]
}

export const viewSql = ({ name, body }: View): string => `
create or replace view ${name} as${body}`

export const macroSql = ({ name, parameters, body }: Macro): string => `
create or replace macro ${name}(${parameters.join(', ')}) as table${body}`
