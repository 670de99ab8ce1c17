import type { DeflectionReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Coded } from '../parts/Coded.js'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { FormLine } from './FormLine.js'

const COLUMNS = ['method', 'form', 'sessions', 'opened', 'submitted', 'deflected'] as const

/** A line for each way to ask: how many began, opened an article that was offered, and asked after all. */
export function Forms({ report, view }: { report: DeflectionReport; view: View }): ReactElement {
  const words = view.words.on.deflection
  return (
    <Panel id="ht-forms" title={words.forms} definition={report.definition} csv="deflection" view={view}>
      {report.rows.length === 0 ? (
        <p className="ht-quiet">
          <Coded text={words.noForms} />
        </p>
      ) : (
        <>
          <ScrollTable caption={words.forms} className="ht-forms">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {words.column[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <FormLine key={JSON.stringify([row.method, row.form])} row={row} view={view} />
              ))}
            </tbody>
          </ScrollTable>
          <p className="ht-note">{words.formsNote}</p>
        </>
      )}
    </Panel>
  )
}
