import { LIMITS } from '@helptally/core'
import type { ReactElement } from 'react'
import { ChangeForm } from './ChangeForm.js'
import type { WorkProps } from './GapWork.js'
import { GAP_TABS } from './gapStatus.js'

/** How far the work has come, who sees to it, and with which article. */
export function WorkForm({ gap, id, view }: WorkProps): ReactElement {
  const words = view.words.on.gaps
  return (
    <ChangeForm change={{ do: 'set', query: gap.query }} view={view}>
      <label htmlFor={`${id}-status`}>
        {words.statusName}
        <select id={`${id}-status`} name="status" defaultValue={gap.status}>
          {GAP_TABS.map((status) => (
            <option key={status} value={status}>
              {words.status[status]}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-owner`}>
        {words.owner}
        <input id={`${id}-owner`} type="text" name="owner" defaultValue={gap.owner} maxLength={64} autoComplete="off" />
      </label>
      <label htmlFor={`${id}-article`}>
        {words.linkedArticle}
        <input
          id={`${id}-article`}
          type="text"
          name="linked_article"
          defaultValue={gap.linked_article}
          maxLength={LIMITS.articleId}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="ht-button">
        {words.save}
      </button>
    </ChangeForm>
  )
}
