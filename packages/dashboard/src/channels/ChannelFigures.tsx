import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'
import { ratioOf, turnsPerSession } from './ratios.js'
import { sumOf } from './sumOf.js'

interface Props {
  readonly report: ChannelsReport
  readonly before: ChannelsReport | null
  readonly view: View
}

/** Sessions with both of their kinds, and what was said in conversations. */
export function ChannelFigures({ report, before, view }: Props): ReactElement {
  const { format } = view
  const { definition, totals } = report
  const words = view.words.on.channels
  const kinds = ['help', 'conversations'] as const
  const said = (n: number) => (isLow(n) ? words.ofFewSessions : words.ofSessions)(n, format.count(n))
  return (
    <Figures title={words.figures}>
      <Figure
        of="sessions"
        name={view.words.totals.sessions}
        now={totals.sessions}
        before={before?.totals.sessions}
        definition={definition}
        view={view}
      />
      {kinds.map((kind) => {
        const share = ratioOf(totals[kind], totals.sessions)
        return (
          <Figure
            key={kind}
            of={kind}
            name={words.kind[kind]}
            now={totals[kind]}
            before={before?.totals[kind]}
            definition={definition}
            meaning={words.kindMeaning[kind]}
            aside={view.words.totals.shareOfSessions(share === null ? '—' : format.share(share))}
            view={view}
          />
        )
      })}
      <Figure
        of="interactions"
        name={words.interactions}
        now={sumOf(report, 'interactions')}
        before={before && sumOf(before, 'interactions')}
        definition={definition}
        meaning={words.interactionsMeaning}
        view={view}
      />
      <Figure
        of="turns"
        reckoned={{ sum: 'user_turns', per: 'conversations' }}
        name={words.turns}
        now={turnsPerSession(report)}
        before={before && turnsPerSession(before)}
        write={format.tenths}
        definition={definition}
        meaning={words.turnsMeaning}
        aside={said(totals.conversations)}
        view={view}
      />
    </Figures>
  )
}
