import type { ArticleRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import type { Sorting } from '../sorting.js'
import type { View } from '../view.js'
import { ArticleLine } from './ArticleLine.js'
import { COLUMNS } from './columns.js'

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly sorting: Sorting
  readonly view: View
}

export function ArticlesTable({ rows, sorting, view }: Props): ReactElement {
  const words = view.words.on.articles
  return (
    <ScrollTable caption={words.list} className="ht-numbers ht-articles">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <SortHead key={column} by={column} name={words.column[column]} sorting={sorting} view={view} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ArticleLine key={row.article} row={row} view={view} />
        ))}
      </tbody>
    </ScrollTable>
  )
}
