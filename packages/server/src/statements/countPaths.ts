/** A number of a statement, by its path: `sessions.article_click`, say. */
export type CountPath = readonly [path: string, count: number]

/** All numbers in a tree of them, by their paths, in the order of their names. */
export function countPaths(counts: object, path = ''): CountPath[] {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]): CountPath[] => {
      const at = path === '' ? key : `${path}.${key}`
      return typeof value === 'number' ? [[at, value]] : countPaths(value, at)
    })
}

export interface CountDifference {
  readonly count: string
  readonly says: number
  readonly found: number
}

/** Where two trees differ; what one of them lacks is 0. */
export function countDifferences(says: object, found: object): CountDifference[] {
  const [said, counted] = [new Map(countPaths(says)), new Map(countPaths(found))]
  return [...new Set([...said.keys(), ...counted.keys()])]
    .map((count) => ({ count, says: said.get(count) ?? 0, found: counted.get(count) ?? 0 }))
    .filter((difference) => difference.says !== difference.found)
}
