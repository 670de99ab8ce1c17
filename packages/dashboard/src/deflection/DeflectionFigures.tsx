import type { DeflectionReport, Rate } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import { hereWith, type View } from '../view.js'
import { FOLLOWED, type Followed } from './followed.js'

interface Props {
  readonly report: DeflectionReport
  readonly before: DeflectionReport | null
  readonly view: View
}

/** All forms together, and what the tickets tell where a help desk sends them. */
export function DeflectionFigures({ report, before, view }: Props): ReactElement {
  const { format, hrefs, address } = view
  const { definition, totals, tickets, self_service } = report
  const words = view.words.on.deflection
  const hours = format.count(report.window_hours)
  const asideOf = { confirmed: undefined, potential: provisionalAside(report, view), none: undefined }
  const behind = (of: Followed, { rate }: Rate) =>
    rate ? hrefs.to('sessions', { ...address, behind: `deflection.${of}`, row: '' }) : undefined
  return (
    <Figures title={words.figures}>
      <Figure
        of="deflected"
        name={words.figure.deflected}
        now={totals.deflected}
        before={before?.totals.deflected}
        definition={definition}
        meaning={words.figureMeaning.deflected(hours)}
        href={report.rows.length > 0 ? `${hereWith(view, {})}#ht-forms` : undefined}
        view={view}
      />
      {tickets &&
        FOLLOWED.map((of) => (
          <Figure
            key={of}
            of={of}
            reckoned={`tickets.${of}`}
            name={words.figure[of]}
            now={tickets[of]}
            before={before?.tickets?.[of]}
            definition={definition}
            meaning={words.figureMeaning[of](hours)}
            aside={asideOf[of]}
            href={behind(of, tickets[of])}
            view={view}
          />
        ))}
      {tickets && (
        <Figure
          of="self_service"
          reckoned="self_service.score"
          name={words.figure.self_service}
          now={self_service?.score ?? null}
          before={before?.self_service?.score}
          write={format.tenths}
          definition={definition}
          meaning={words.figureMeaning.self_service(hours)}
          aside={
            self_service
              ? words.scoreOf(format.count(self_service.sessions), self_service.users, format.count(self_service.users))
              : words.noScore
          }
          view={view}
        />
      )}
    </Figures>
  )
}

function provisionalAside({ tickets }: DeflectionReport, { words, format }: View): string | undefined {
  const provisional = tickets?.provisional ?? 0
  return provisional > 0 ? words.on.deflection.provisional(provisional, format.count(provisional)) : undefined
}
