import type { Definition } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { GAP_TERMS, TERM_WEIGHTS } from './gapTerms.js'
import { TermMark } from './TermMark.js'

/** What a score is made of, and why the ways to fail do not weigh the same. */
export function TermWeights({ definition, view }: { definition: Definition; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.gaps
  return (
    <Panel id="ht-weights" title={words.weights} definition={definition} view={view}>
      <p className="ht-weights-lead">{words.weightsLead}</p>
      <ScrollTable caption={words.weights} className="ht-weights">
        <thead>
          <tr>
            <th scope="col">{words.way}</th>
            <th scope="col" className="ht-amount">
              {words.weight}
            </th>
            <th scope="col">{words.means}</th>
          </tr>
        </thead>
        <tbody>
          {GAP_TERMS.map((term) => (
            <tr key={term}>
              <th scope="row">
                <TermMark term={term} />
                {words.term[term]}
              </th>
              <td className="ht-amount">{format.plain(TERM_WEIGHTS[term])}</td>
              <td className="ht-weight-means">{words.termMeaning[term]}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="ht-note ht-gaps-note">{words.example}</p>
    </Panel>
  )
}
