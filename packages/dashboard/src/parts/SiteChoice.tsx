import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { seen } from './seen.js'

/** The site on show and the way to the others, where there are others. The address says which, so a link shows it to everyone. */
export function SiteChoice({ view }: { view: View }): ReactElement | null {
  const { words, hrefs, site, sites } = view
  if (sites.length < 2) return null
  return (
    <div className="ht-site">
      <button type="button" popoverTarget="ht-sites">
        <span className="ht-quiet">{words.frame.site}</span> <bdi>{seen(site)}</bdi>
      </button>
      <nav popover="auto" id="ht-sites" className="ht-answer" aria-label={words.frame.sites}>
        <ul>
          {sites.map((one) => (
            <li key={one}>
              <a href={hrefs.ofSite(one)} aria-current={one === site ? 'true' : undefined}>
                <bdi>{seen(one)}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
