import { htmlOf } from '../letters/html.js'
import { isLetterLocale, LETTER_LOCALES, type Letter, type LetterOptions } from '../letters/letter.js'
import { markdownOf } from '../letters/markdown.js'
import { sendMail } from '../letters/sendMail.js'
import { isTimeZone } from '../reports/zonedTime.js'

/** The options of a command that writes a letter. */
export const letterOptions = {
  store: { type: 'string' },
  site: { type: 'string' },
  tz: { type: 'string', default: 'UTC' },
  lang: { type: 'string', default: 'en' },
  format: { type: 'string', default: 'markdown' },
  dashboard: { type: 'string', default: '' },
  to: { type: 'string' },
  from: { type: 'string' },
} as const

/** The lines on them in a command's help. */
export const LETTER_HELP = `  --site <id>             the help center it is of
  --tz <zone>             time zone of the days, default UTC
  --lang <en|es>          default en
  --format <form>         markdown or html, default markdown
  --dashboard <url>       where the dashboard is, for a link to that period
  --to <a@x,b@x>          mails it instead, by the server in HELPTALLY_SMTP (smtps://user:password@host)
  --from <address>        who sends it`

export interface LetterAsked extends LetterOptions {
  readonly site: string
  readonly tz: string
  /** Writes it out, or mails it. */
  readonly tell: (letter: Letter, out: (line: string) => void) => Promise<void>
}

const forms = { markdown: markdownOf, html: htmlOf }

type Values = { readonly [name in keyof typeof letterOptions]?: string | undefined }

/** What is asked for, or what was expected instead. */
export function readLetterOptions({
  site,
  tz = '',
  lang = '',
  format = '',
  dashboard = '',
  to,
  from,
}: Values): LetterAsked | string {
  const smtp = process.env.HELPTALLY_SMTP
  if (!site) return 'Expected --site <id>, the id of a help center, got none'
  if (!isTimeZone(tz)) return `--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`
  if (!isLetterLocale(lang)) return `--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`
  if (!isForm(format)) return `--format: expected ${Object.keys(forms).join(' or ')}, got "${format}"`
  if (dashboard !== '' && !/^https?:/.test(URL.parse(dashboard)?.protocol ?? ''))
    return `--dashboard: expected the address of the dashboard, with https://, got "${dashboard}"`
  if (to && !from) return 'Expected --from <address>, who sends the mail, got none'
  if (to && !smtp)
    return 'Expected HELPTALLY_SMTP, an address such as smtps://user:password@host, in the environment, got none'
  const asked = { site, tz, locale: lang, dashboard }
  if (!to) return { ...asked, tell: async (letter, out) => out(forms[format](letter).trimEnd()) }
  const addresses = to.split(',').map((address) => address.trim())
  return {
    ...asked,
    async tell(letter, out) {
      const { title: subject } = letter
      await sendMail(smtp!, { from: from!, to: addresses, subject, text: markdownOf(letter), html: htmlOf(letter) })
      out(`[helptally] Sent "${subject}" to ${addresses.join(', ')}.`)
    },
  }
}

const isForm = (text: string): text is keyof typeof forms => Object.hasOwn(forms, text)
