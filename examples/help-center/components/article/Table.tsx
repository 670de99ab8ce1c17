import type { Tokens } from 'marked'
import type { Locale } from '../../lib/locales'
import { Inline } from './Inline'

/** A table in a frame of its own, which scrolls sideways where the page must not. */
export function Table({ table: { header, rows }, locale }: { table: Tokens.Table; locale: Locale }) {
  return (
    <div className="table-frame">
      <table>
        {header.some(({ text }) => text !== '') && (
          <thead>
            <tr>
              {header.map(({ text, tokens }) => (
                <th key={text} scope="col">
                  <Inline tokens={tokens} locale={locale} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(({ text }) => text).join('|')}>
              {cells.map(({ tokens }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column}>
                  <Inline tokens={tokens} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
