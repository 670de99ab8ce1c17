/** What the site itself says, in English. The shape of this object is the shape of every language. */
export const en = {
  site: {
    name: 'Helptally Help',
    description: 'How to install Helptally, what counts as a session, and what happens to your readers’ data.',
    skipToContent: 'Skip to the content',
    switchLanguage: 'Leer en español',
  },
  home: {
    title: 'How can we help?',
    lead: 'Answers about counting help-center sessions, exactly, and about showing why each one was counted.',
    mostUseful: 'Most useful articles',
    categories: 'All topics',
  },
  search: {
    label: 'Search the help center',
    placeholder: 'Search for an answer',
    oneFound: '{count} article found',
    manyFound: '{count} articles found',
    noneFound: 'No article found for “{query}”. Try fewer or other words.',
    failed: 'The search does not work right now. Please try again.',
  },
  categories: {
    start: { title: 'Getting started', description: 'Install it, see the first session, and use the components.' },
    counting: { title: 'How counting works', description: 'What a session is, how it starts, and when it ends.' },
    privacy: { title: 'Privacy', description: 'Consent, refusal, and what is stored where.' },
    operate: { title: 'Running it', description: 'Deploy, read the dashboard, and find out what is wrong.' },
    oneArticle: '{count} article',
    manyArticles: '{count} articles',
    allArticles: 'All {count} articles',
  },
  article: {
    breadcrumb: 'You are here',
    home: 'Help center',
    updated: 'Updated on {date}',
    contents: 'On this page',
    related: 'Read next',
  },
  feedback: {
    question: 'Did this article help you?',
    yes: 'Yes',
    no: 'No',
    thanks: 'Thank you. You can still change your answer.',
  },
  consent: {
    label: 'Your choice about counting',
    text: 'May we count which articles help? Until you choose, nothing is stored and nothing is sent.',
    more: 'What would be counted',
    accept: 'Count my visit',
    refuse: 'Do not count it',
  },
  choice: {
    granted: 'Your visit is counted.',
    refused: 'Your visit is not counted.',
    refuse: 'Stop counting',
    accept: 'Allow counting',
  },
  missing: {
    title: 'This page does not exist',
    text: 'The address may be misspelled, or the article has moved. Search for it, or start from the topics.',
    home: 'Go to the help center',
  },
  footer: {
    about: 'The articles on this site are the documentation of Helptally, and their readers are counted by it.',
    dashboard: 'See what was counted',
    source: 'Source code',
  },
}

export type Words = typeof en
