export {
  type ChatCause,
  type ChatId,
  type ChatMessage,
  type ChatOptions,
  type ChatSession,
  chatSession,
  findHelp,
  type HelpEngine,
  type HelpState,
  type SiteFact,
} from '@helptally/browser'
export {
  ArticleFeedback,
  type ArticleFeedbackMessages,
  type ArticleFeedbackProps,
} from './components/ArticleFeedback.js'
export { ArticleLink, type ArticleLinkProps } from './components/ArticleLink.js'
export { ArticleBody, type ArticleBodyProps } from './components/article/ArticleBody.js'
export { countWords } from './components/article/countWords.js'
export { ConsentBanner, type ConsentBannerMessages, type ConsentBannerProps } from './components/ConsentBanner.js'
export { ConsentChoice, type ConsentChoiceMessages, type ConsentChoiceProps } from './components/ConsentChoice.js'
export {
  type SuggestedArticle,
  SuggestedArticles,
  type SuggestedArticlesProps,
} from './components/SuggestedArticles.js'
export { HelpSearch, type HelpSearchProps } from './components/search/HelpSearch.js'
export type { HelpSearchMessages } from './components/search/messages.js'
export type { SearchHit } from './components/search/searchHit.js'
export {
  type HelpSearchCounting,
  type ResultsShown,
  useHelpSearch,
} from './components/search/useHelpSearch.js'
export { configureHelp } from './configureHelp.js'
export { useConsent, useHelpSession } from './hooks.js'
export { track } from './track.js'
