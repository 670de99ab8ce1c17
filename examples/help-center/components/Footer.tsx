import { ConsentChoice } from '@helptally/next'
import Link from 'next/link'
import type { Locale } from '../lib/locales'
import { chatPath, DASHBOARD_PATH } from '../lib/paths'
import { wordsFor } from '../lib/words'
import { Tally } from './Tally'

export function Footer({ locale }: { locale: Locale }) {
  const { footer, choice } = wordsFor(locale)
  return (
    <footer className="footer">
      <div className="wide footer-inside">
        <Tally className="footer-mark" />
        <p>{footer.about}</p>
        <ul>
          <li>
            <Link href={chatPath(locale)}>{footer.chat}</Link>
          </li>
          <li>
            <a href={`${DASHBOARD_PATH}?lang=${locale}`}>{footer.dashboard}</a>
          </li>
          <li>
            <a href="https://github.com/helptally/helptally">{footer.source}</a>
          </li>
        </ul>
        <ConsentChoice messages={choice} />
      </div>
    </footer>
  )
}
