import { DEFAULT_STORE } from '../store/storeUrl.js'

export const HELP: string = `helptally: counts help-center sessions

  helptally seed --site <id>     fills a store with a plausible past, marked as synthetic
      --store <url>              default: HELPTALLY_STORE, or ${DEFAULT_STORE}
      --days <n>                 days up to now, default 30
      --articles <a,b,c>         ids of the articles, the popular ones first
      --seed <n>                 the same number gives the same days, default 1
      --tz <zone>                time zone of the days, default UTC

  helptally health               says whether a store takes events and answers reports
      --store <url>              as above

  helptally --help               this text`
