import type { ConversationFact } from '@helptally/core'

/** Some platforms do not say when something happened. Told again, it keeps the moment at which it was told first. */
export interface FirstMoments {
  /** The facts of a webhook; those dated `receivedAt`, epoch ms, have no time of their own. */
  settle(facts: readonly ConversationFact[], receivedAt: number): readonly ConversationFact[]
}

/** A platform that got no answer sends again within minutes: what is older than so many others is forgotten. */
const MOST_REMEMBERED = 10_000

export function createFirstMoments(): FirstMoments {
  const moments = new Map<string, number | string>()
  return {
    settle: (facts, receivedAt) =>
      facts.map((fact) => {
        if (fact.at !== receivedAt) return fact
        const key = `${fact.channel} ${fact.id}`
        const at = moments.get(key)
        if (at !== undefined) return { ...fact, at }
        moments.set(key, receivedAt)
        if (moments.size > MOST_REMEMBERED) moments.delete(moments.keys().next().value!)
        return fact
      }),
  }
}
