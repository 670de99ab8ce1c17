/** A function as a statement asks for it, its parts said in ClickHouse's words. */
export interface Call {
  readonly isDistinct: boolean
  readonly args: readonly string[]
  readonly orderBy: readonly { readonly by: string; readonly descends: boolean }[]
  /** `filter (where ...)`, or ''. */
  readonly filter: string
}

type Spelling = (call: Call) => string

/** The same in both engines, so far as statements use them. */
const SAME = [
  'abs',
  'any_value',
  'coalesce',
  'count',
  'greatest',
  'grouping',
  'least',
  'max',
  'min',
  'nullif',
  'range',
  'row_number',
  'sum',
  'tuple',
]

/** An aggregate of another name. */
const aggregate =
  (name: string): Spelling =>
  ({ isDistinct, args, filter }) =>
    `${name}(${isDistinct ? 'distinct ' : ''}${args.join(', ')})${filter}`

/** What each function of a statement is in ClickHouse. Null by null, a row's value is as in DuckDB. */
const SPELLINGS: Readonly<Record<string, Spelling>> = {
  ...Object.fromEntries(SAME.map((name) => [name, aggregate(name)])),

  /** The greatest of booleans. Its type stays one. */
  bool_or: aggregate('max'),
  bool_and: aggregate('min'),

  /** Of the rows in which neither is null. Where several have the greatest, any of theirs: let the key be a tuple, of what is never null. */
  arg_max: aggregate('argMax'),
  arg_min: aggregate('argMin'),
  /** A value counts as well where it is null. */
  arg_max_null: ({ args: [value, key], filter }) => `argMax(tuple(${value}), ${key})${filter}.1`,
  arg_min_null: ({ args: [value, key], filter }) => `argMin(tuple(${value}), ${key})${filter}.1`,

  /** The middle one, or what lies halfway between the two: ClickHouse's own `median` is an estimate. */
  median: aggregate('quantileExactInclusive(0.5)'),
  /** By nearest rank: the first value that so much of all does not exceed. */
  quantile_disc: ({ args: [value, share], filter }) =>
    `arrayElementOrNull(arraySort(groupArray(${value})${filter}), toUInt64(greatest(1, ceil(count(${value})${filter} * ${share}))))`,

  /** Without nulls, unlike DuckDB's; and of no rows an empty list, where DuckDB's is null. */
  list: ({ isDistinct, args: [value], orderBy, filter }) =>
    orderBy.length === 0
      ? `${isDistinct ? 'groupUniqArray' : 'groupArray'}(${value})${filter}`
      : inOrder(value!, orderBy, filter),
  /** Of no rows '', where DuckDB's is null. */
  string_agg: ({ args: [value, between], orderBy, filter }) =>
    `arrayStringConcat(${inOrder(value!, orderBy, filter)}, ${between})`,
  list_append: aggregate('arrayPushBack'),
  list_slice: ({ args: [list, from, to] }) => {
    if (from === '1') return `arraySlice(${list}, 1, ${to})`
    throw new Error(`[helptally] Expected list_slice from 1 on, found it from ${from}`)
  },
  /** From 1; null where it is not. */
  list_position: ({ args }) => `nullIf(indexOf(${args.join(', ')}), 0)`,
  /** In the order of the list. Of an empty one 0, where DuckDB's is null. */
  list_sum: ({ args: [list] }) => `arraySum(x -> ifNull(x, 0), ${list})`,
  list_sort: aggregate('arraySort'),
  list_reverse_sort: aggregate('arrayReverseSort'),
  len: aggregate('length'),
  unnest: aggregate('arrayJoin'),

  /** The row before; null before the first, where ClickHouse's knows no null of a column without. */
  lag: ({ args }) => besides('lag', args),
  lead: ({ args }) => besides('lead', args),

  /** What is null is nothing of it, as in DuckDB. */
  concat: ({ args }) => `concat(${args.map((arg) => `ifNull(toString(${arg}), '')`).join(', ')})`,
  length: aggregate('lengthUTF8'),
  /** In bytes. */
  strlen: aggregate('length'),
  /** Each engine has numbers of its own: what a store is told of them is good in that store only. */
  hash: aggregate('sipHash64'),
  bit_xor: aggregate('groupBitXor'),
  sha256: ({ args: [text] }) => `lower(hex(SHA256(${text})))`,
}

function besides(name: string, [value, ...others]: readonly string[]): string {
  return `${name}(${[others.length < 2 ? `toNullable(${value})` : value, ...others].join(', ')})`
}

function inOrder(value: string, orderBy: Call['orderBy'], filter: string): string {
  const keys = orderBy.map(({ by }) => by)
  const [first] = orderBy
  if (!first || orderBy.some(({ descends }) => descends !== first.descends)) {
    throw new Error(`[helptally] Expected a list in one order, all up or all down, found: ${keys.join(', ')}`)
  }
  const places = keys.map((_, i) => `t.${i + 2}`).join(', ')
  const sort = first.descends ? 'arrayReverseSort' : 'arraySort'
  return `arrayMap(t -> t.1, ${sort}(t -> tuple(${places}), groupArray(tuple(${[value, ...keys].join(', ')}))${filter}))`
}

/** A name in camel case is ClickHouse's own, which a dialect's helper has written. */
const isClickhouses = (name: string): boolean => /[A-Z]/.test(name)

export function spell(name: string, call: Call): string {
  if (isClickhouses(name)) return aggregate(name)(call)
  const spelling = Object.hasOwn(SPELLINGS, name) ? SPELLINGS[name] : null
  if (spelling) return spelling(call)
  throw new Error(
    `[helptally] Expected functions whose meaning in ClickHouse is known, found ${name}(${call.args.join(', ')}). ` +
      'Say in sql/clickhouse/functions.ts what it is there.',
  )
}
