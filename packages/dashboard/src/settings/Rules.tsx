import { CHANNELS, type ChannelRule, SURVEY_ANSWER_MS } from '@helptally/core'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

/** The channel table of the core, in words. */
export function Rules({ view }: { view: View }): ReactElement {
  const words = view.words.on.settings
  const heads = [words.channel, words.thread, words.startsOn, words.idle, words.idleFrom, words.early]
  return (
    <Panel id="ht-rules" title={words.rules} view={view}>
      <p className="ht-quiet ht-above-table">{words.rulesLead}</p>
      <ScrollTable caption={words.rules} className="ht-rules">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.values(CHANNELS).map((rule) => (
            <Rule key={rule.channel} rule={rule} view={view} />
          ))}
        </tbody>
      </ScrollTable>
      <p className="ht-note">{words.surveyNote(view.format.duration(SURVEY_ANSWER_MS))}</p>
    </Panel>
  )
}

function Rule({ rule, view }: { rule: ChannelRule; view: View }): ReactElement {
  const { hrefs, address } = view
  const words = view.words.on.settings
  const early = rule.endsEarlyOn.map((reason) => view.words.ended[reason])
  return (
    <tr data-channel={rule.channel}>
      <th scope="row">
        <a href={hrefs.to('sessions', { ...address, channel: rule.channel })}>{view.words.channel[rule.channel]}</a>
      </th>
      <td>{words.threadOf[rule.thread]}</td>
      <td>{words.startsOnOf[rule.startsOn]}</td>
      <td>{words.idleEnds[rule.idleEnds](view.format.duration(rule.idleMs))}</td>
      <td>{words.idleFromOf[rule.idleFrom]}</td>
      <td className="ht-wrap">{early.length > 0 ? early.join(', ') : words.nothingEarly}</td>
    </tr>
  )
}
