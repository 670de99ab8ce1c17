import type { Document } from '../../lib/markdown/headings'

/** Fewer sections need no map. */
const MIN_SECTIONS = 2

export function Contents({ title, document }: { title: string; document: Document }) {
  const sections = [...document.headings.values()].filter(({ depth }) => depth === 2)
  if (sections.length < MIN_SECTIONS) return null

  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{title}</h2>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
