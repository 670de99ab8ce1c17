import { createHelpInsights } from '@helptally/next/dashboard'
import { readingAllowed } from '../../../lib/readingAllowed'

export default createHelpInsights({ authorize: readingAllowed })
