import { createHash } from 'node:crypto'

/** As stores remember those who were erased. */
export const hashOfVisitor = (visitor: string): string => createHash('sha256').update(visitor).digest('hex')
