// What a page needs to count before it has the rest: few files, so that a bundler can leave the others for later.
export { addressBelow } from './addressBelow.js'
export { articlePattern, type FindArticle } from './articlePattern.js'
export { help } from './channels.js'
export { EVENT_VERSION } from './eventVersion.js'
export { isIdle } from './idle.js'
export { ARTICLE_ID_LIMIT, isLanguageTag, PAGE_LIMIT } from './pageLimits.js'
export { newThread } from './session/thread.js'
export { UUID, uuidv7 } from './uuid.js'
