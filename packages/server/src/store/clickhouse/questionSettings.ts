/** What makes a modern ClickHouse answer as SQL's standard has it, and see of derived rows only those that hold. */
export const QUESTION_SETTINGS: Readonly<Record<string, number>> = {
  final: 1,
  do_not_merge_across_partitions_select_final: 1,
  join_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  output_format_json_quote_64bit_integers: 0,
}
