import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { SETTING_PLACES, type SettingName } from './settingPlaces.js'

/** Where everything that a site chooses is said. What it chose stays untold: a token may be among it. */
export function Options({ view }: { view: View }): ReactElement {
  const words = view.words.on.settings
  return (
    <Panel id="ht-options" title={words.options} view={view}>
      <p className="ht-quiet ht-above-table">{words.optionsLead}</p>
      <ScrollTable caption={words.options} className="ht-options">
        <thead>
          <tr>
            <th scope="col">{words.option}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(SETTING_PLACES) as SettingName[]).map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{SETTING_PLACES[name].code}</code>
              </th>
              <td className="ht-wrap">
                <Where where={SETTING_PLACES[name].where} />
              </td>
              <td className="ht-wrap">{words.does[name]}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}

function Where({ where }: { where: readonly string[] }): ReactElement {
  return (
    <>
      {where.map((place, i) => (
        <span key={place}>
          {i > 0 && ', '}
          <code>{place}</code>
        </span>
      ))}
    </>
  )
}
