import { parseArgs } from 'node:util'
import { isTimeZone } from '../reports/zonedTime.js'
import { seedStore } from '../seed/seedStore.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const DEFAULT_ARTICLES = 'install,what-is-a-session,entries,tabs,idle,consent,dashboard,deploy,test,search'
const MAX_DAYS = 3_660

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  days: { type: 'string', default: '30' },
  articles: { type: 'string', default: DEFAULT_ARTICLES },
  seed: { type: 'string', default: '1' },
  tz: { type: 'string', default: 'UTC' },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, tz } = values
  const days = wholeNumber(values.days)
  const seed = wholeNumber(values.seed)
  const articles = values.articles.split(',').filter(Boolean)
  const { out } = terminal
  const misread = misreadBy(terminal)
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  if (days === null || days < 1 || days > MAX_DAYS)
    return misread(`--days: expected 1 to ${MAX_DAYS}, got "${values.days}"`)
  if (seed === null) return misread(`--seed: expected a whole number, got "${values.seed}"`)
  if (articles.length === 0) return misread('--articles: expected ids with commas between, got none')
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)

  const { url, store } = storeOf(values.store)
  const seeded = await seedStore(store, { site, now: Date.now(), days, seed, articles, timeZone: tz })
  await store.close()
  out(
    `[helptally] ${url} has ${seeded.sessions} sessions (${seeded.events} events) of ${days} days, marked as synthetic.`,
  )
  return 0
}

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

export const seedCommand: Command = {
  says: 'fills a store with a plausible past, marked as synthetic',
  help: `helptally seed --site <id>

Fills a store with a plausible past, marked as synthetic.

  --site <id>             the help center they are of
  --days <n>              days up to now, default 30
  --articles <a,b,c>      ids of the articles, the popular ones first
  --seed <n>              the same number gives the same days, default 1
  --tz <zone>             time zone of the days, default UTC
${STORE_HELP}`,
  run,
}
