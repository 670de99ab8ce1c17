import { createHelpHandlers } from '@helptally/next/server'
import { readingAllowed } from '../../../../lib/readingAllowed'

export const { GET, POST, DELETE } = createHelpHandlers({
  store: process.env.HELPTALLY_STORE,
  authorize: readingAllowed,
})
