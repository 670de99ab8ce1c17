import { DEFAULT_STORE, MIN_KEEP_DAYS } from '../store/storeUrl.js'

export const HELP: string = `helptally: counts help-center sessions

  helptally seed --site <id>     fills a store with a plausible past, marked as synthetic
      --store <url>              default: HELPTALLY_STORE, or ${DEFAULT_STORE}
      --days <n>                 days up to now, default 30
      --articles <a,b,c>         ids of the articles, the popular ones first
      --seed <n>                 the same number gives the same days, default 1
      --tz <zone>                time zone of the days, default UTC

  helptally health               says whether a store takes events and answers reports
      --store <url>              as above

  helptally backup <folder>      copies a store, while the site runs, into a folder that is then a store itself
      --store <url>              as above

  helptally forget               deletes the sessions and events that are older than so many days
      --keep-days <n>            days to keep, at least ${MIN_KEEP_DAYS}
      --store <url>              as above

  helptally erase <visitor>      deletes all events of a visitor
      --store <url>              as above

  helptally tickets <file>       takes the tickets of a help desk, as CSV with a line of headings, or as JSON (.json)
      --site <id>                the help center they are of
      --store <url>              as above

  helptally digest               tells what a week was like, as Markdown on the standard output, or by mail
      --site <id>                the help center it is of
      --week <date>              a day of that week, default: the last week that is over
      --tz <zone>                time zone of the week, default UTC
      --lang <en|es>             default en
      --format <markdown|html>   default markdown
      --dashboard <url>          where the dashboard is, for a link to that week
      --to <a@x,b@x>             mails it instead, by the server in HELPTALLY_SMTP (smtps://user:password@host)
      --from <address>           who sends it
      --store <url>              as above

  helptally alerts               tells what got worse in the last days, by which rule; nothing when no rule fires
      --site <id>                the help center it is of
      --days <n>                 days that are over, against four times as many before, default 7
      --tz, --lang, --format, --dashboard, --to, --from, --store    as above

All of them work beside a running site, as the same user.

  helptally --help               this text`
