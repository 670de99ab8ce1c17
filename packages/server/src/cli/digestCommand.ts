import { parseArgs } from 'node:util'
import { htmlOf } from '../digest/html.js'
import { letterOf } from '../digest/letter.js'
import { markdownOf } from '../digest/markdown.js'
import { readDigest } from '../digest/readDigest.js'
import { sendMail } from '../digest/sendMail.js'
import { lastWeek, weekOf } from '../digest/week.js'
import { DIGEST_LOCALES, type DigestLocale } from '../digest/words.js'
import { isTimeZone } from '../reports/zonedTime.js'
import type { Command } from './command.js'
import { storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  week: { type: 'string' },
  tz: { type: 'string', default: 'UTC' },
  lang: { type: 'string', default: 'en' },
  format: { type: 'string', default: 'markdown' },
  dashboard: { type: 'string', default: '' },
  to: { type: 'string' },
  from: { type: 'string' },
} as const

const forms = { markdown: markdownOf, html: htmlOf }

export const digestCommand: Command = async (args, { out, error }) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, tz, lang, format, dashboard, week, from } = values
  const to = values.to?.split(',').map((address) => address.trim())
  const smtp = process.env.HELPTALLY_SMTP
  const misread = (expected: string): number => {
    error(`[helptally] ${expected}. See helptally --help.`)
    return 2
  }
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)
  if (!isLocale(lang)) return misread(`--lang: expected ${DIGEST_LOCALES.join(' or ')}, got "${lang}"`)
  if (!isForm(format)) return misread(`--format: expected ${Object.keys(forms).join(' or ')}, got "${format}"`)
  if (week !== undefined && !isDate(week))
    return misread(`--week: expected a day of the week such as 2026-11-16, got "${week}"`)
  if (dashboard !== '' && !/^https?:/.test(URL.parse(dashboard)?.protocol ?? ''))
    return misread(`--dashboard: expected the address of the dashboard, with https://, got "${dashboard}"`)
  if (to && !from) return misread('Expected --from <address>, who sends the mail, got none')
  if (to && !smtp)
    return misread(
      'Expected HELPTALLY_SMTP, an address such as smtps://user:password@host, in the environment, got none',
    )

  const now = Date.now()
  const { store } = storeOf(values.store)
  const asked = { site, tz, week: week ? weekOf(week) : lastWeek(now, tz), now }
  const digest = await readDigest(store, asked).finally(() => store.close())
  const letter = letterOf(digest, { locale: lang, dashboard })
  if (!to) out(forms[format](letter).trimEnd())
  else {
    const mail = { from: from!, to, subject: letter.title, text: markdownOf(letter), html: htmlOf(letter) }
    await sendMail(smtp!, mail)
    out(`[helptally] Sent "${letter.title}" to ${to.join(', ')}.`)
  }
  return 0
}

const isLocale = (text: string): text is DigestLocale => (DIGEST_LOCALES as readonly string[]).includes(text)
const isForm = (text: string): text is keyof typeof forms => Object.hasOwn(forms, text)

/** The 31st of February is none. */
function isDate(text: string): boolean {
  const at = /^20\d\d-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
