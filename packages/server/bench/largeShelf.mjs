// What a large help center has: some thousand articles, and what people search there. The same each time.

const SUBJECTS = ['account', 'invoice', 'team', 'import', 'export', 'editor', 'report', 'domain', 'payment', 'calendar']
const ASPECTS = ['setup', 'limits', 'errors', 'permissions', 'migration', 'api', 'billing', 'security', 'mobile', 'faq']
const WORDS = ['change', 'cancel', 'connect', 'download', 'find', 'share', 'restore', 'delete', 'rename', 'schedule']
const PLACES = [
  'windows',
  'iphone',
  'android',
  'the web',
  'a shared folder',
  'another account',
  'email',
  'the admin page',
]

export function largeShelf({ articles, queries, missing }) {
  return {
    articles: countTo(articles, (i) => `${at(SUBJECTS, i)}-${at(ASPECTS, i / 10)}-${i}`),
    queries: countTo(queries, (i) => `${at(WORDS, i)} ${at(SUBJECTS, i / 10)} ${at(PLACES, i / 100)} ${word(i)}`),
    missing: countTo(missing, (i) => `${at(SUBJECTS, i)} ${word(i * 7 + 3)} ${at(ASPECTS, i / 10)}`),
  }
}

const countTo = (count, make) => Array.from({ length: count }, (_, i) => make(i))
const at = (list, i) => list[Math.floor(i) % list.length]

/** A word for a number, such as `bafelo`. */
function word(n) {
  const syllable = (k) => 'bcdfghjklmnprstvz'[k % 17] + 'aeiou'[Math.floor(k / 17) % 5]
  return syllable(n) + syllable(Math.floor(n / 85)) + syllable(n * 31)
}
