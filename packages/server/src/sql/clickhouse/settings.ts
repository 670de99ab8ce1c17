/** What a question is asked with, so that it means in ClickHouse what it does in DuckDB. */
export const QUESTION_SETTINGS: Readonly<Record<string, number | string>> = {
  // What a join or a grouping set finds nothing for is null, and so is an aggregate of nothing; a cast keeps a null.
  join_use_nulls: 1,
  group_by_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  cast_keep_nullable: 1,
  // Types that have no common one are refused, not put side by side.
  use_variant_as_common_type: 0,
  // What a question asks of the same tables beside is asked of all shards, not of each for itself.
  distributed_product_mode: 'global',
  // Whole numbers come back as numbers.
  output_format_json_quote_64bit_integers: 0,
  // The last version of a derived row is it. All of its versions lie in one month.
  final: 1,
  do_not_merge_across_partitions_select_final: 1,
}

/** For the end of a question whose settings cannot go beside it. */
export const questionSettingsSql: string = `settings ${Object.entries(QUESTION_SETTINGS)
  .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value}'`}`)
  .join(', ')}`
