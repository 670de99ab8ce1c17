// Our row for a set of adapters that each export `init(endpoint)` and `track(name, props)`.
// A tracked event is a vote on the article on screen: a real call that makes an event each time. Its properties go into
// `page`, by `beforeSend`, where whoever counts arrivals finds them; a site without one starts as `init` does.
import { findHelp, startHelp } from '@helptally/browser'

let tracked = ''

export function init(endpoint) {
  startHelp({ site: 'bench', articles: '/articles/:slug', base: endpoint, consent: 'granted' })
}

export function track(_name, { uid }) {
  if (!tracked) findHelp().configure({ beforeSend: tell })
  tracked = uid
  findHelp().vote(1)
}

function tell(event) {
  return event.name === 'help.feedback.vote' ? { ...event, page: `/${tracked}` } : event
}
