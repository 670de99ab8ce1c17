import type { ArticleReport, Comment } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { Commented } from './Commented.js'

/** Shown at once; the older ones are one tap away. */
const FIRST_COMMENTS = 5

export function Comments({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const words = view.words.on.article
  const { comments, definition } = report
  const older = comments.slice(FIRST_COMMENTS)
  return (
    <Panel id="ht-comments" title={words.comments} definition={definition} meaning={words.commentsMeaning} view={view}>
      {comments.length === 0 ? (
        <p className="ht-quiet">{words.noComments}</p>
      ) : (
        <CommentList comments={comments.slice(0, FIRST_COMMENTS)} view={view} />
      )}
      {older.length > 0 && (
        <details className="ht-details">
          <summary>{words.moreComments(older.length)}</summary>
          <CommentList comments={older} view={view} />
        </details>
      )}
    </Panel>
  )
}

function CommentList({ comments, view }: { comments: readonly Comment[]; view: View }): ReactElement {
  return (
    <ol className="ht-comment-list">
      {comments.map((comment, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two comments may be equal in all that the report tells, and never move.
        <Commented key={i} said={comment} view={view} />
      ))}
    </ol>
  )
}
