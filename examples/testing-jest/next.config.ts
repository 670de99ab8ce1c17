import { withHelptally } from '@helptally/next/config'

export default withHelptally({}, { site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
