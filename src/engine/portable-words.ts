/** What the portable subset knows. A word that is in none of these tables is a name, and may not be a reserved one. */

/** A function that DuckDB and Trino (435 and later) both have, with one meaning under the rules given here. */
export interface PortableFunction {
  kind: 'scalar' | 'aggregate' | 'window';
  /** Fewest and most arguments. */
  arguments: readonly [least: number, most: number];
}

const scalar = (least: number, most = least): PortableFunction => ({
  kind: 'scalar',
  arguments: [least, most],
});
const aggregate = (least: number, most = least): PortableFunction => ({
  kind: 'aggregate',
  arguments: [least, most],
});
const window = (least: number, most = least): PortableFunction => ({
  kind: 'window',
  arguments: [least, most],
});

export const functions: ReadonlyMap<string, PortableFunction> = new Map(
  Object.entries({
    abs: scalar(1),
    coalesce: scalar(2, 99),
    date_diff: scalar(3),
    day: scalar(1),
    length: scalar(1),
    lower: scalar(1),
    mod: scalar(2),
    month: scalar(1),
    nullif: scalar(2),
    quarter: scalar(1),
    replace: scalar(3),
    starts_with: scalar(2),
    strpos: scalar(2),
    substr: scalar(2, 3),
    translate: scalar(3),
    year: scalar(1),
    array_agg: aggregate(1),
    bool_and: aggregate(1),
    bool_or: aggregate(1),
    count: aggregate(0, 1),
    max: aggregate(1),
    max_by: aggregate(2),
    min: aggregate(1),
    min_by: aggregate(2),
    sum: aggregate(1),
    dense_rank: window(0),
    first_value: window(1),
    lag: window(1, 3),
    last_value: window(1),
    lead: window(1, 3),
    rank: window(0),
    row_number: window(0),
  }),
);

/** Functions that are refused with the reason; all others that are not above are refused as unknown. */
export const traps: ReadonlyMap<string, string> = new Map(
  Object.entries({
    avg: 'avg of a decimal is a double on one engine and a decimal on the other: keep sum and count',
    concat: 'concat skips null on one engine and is null on the other: write ||',
    concat_ws: 'concat_ws treats null differently on each engine: write || with coalesce',
    contains: 'contains is about lists on one engine: write strpos(text, part) > 0',
    date_trunc: 'date_trunc of a date gives another type on each engine: write @month_of',
    greatest: 'greatest skips null on one engine and is null on the other: write case',
    least: 'least skips null on one engine and is null on the other: write case',
    if: 'if is not on every engine: write case',
    ifnull: 'ifnull is not on every engine: write coalesce',
    round: 'round of a decimal gives another scale on each engine: round where ratios are computed',
    split_part: 'split_part past the end is empty on one engine and null on the other: write @extract',
    trim: "trim(x) takes off other characters on each engine: write @trim(x), or trim(both ' ' from x)",
    regexp_matches: 'regular expressions are spelled differently: write @matches',
    regexp_replace: 'regular expressions are spelled differently: write @replace',
    regexp_extract: 'regular expressions are spelled differently: write @extract',
    strftime: 'formats of dates are spelled differently: write @iso_date or @month_of',
    strptime: 'formats of dates are spelled differently: write @date_of',
    string_agg: 'string_agg is not on every engine',
    upper: 'upper of ß differs: compare with lower',
    now: 'the time of the run is not an input',
    any_value: 'any_value is another value each time: write min or max',
  }),
);

/** Types that mean the same on both engines; decimal always with its two numbers. */
export const types: ReadonlySet<string> = new Set([
  'bigint',
  'boolean',
  'date',
  'decimal',
  'double',
  'integer',
  'smallint',
  'timestamp',
  'varchar',
]);

/** The arguments (0-based) of macros that are patterns. */
export const patternArguments: Readonly<Record<string, number>> = { matches: 1, replace: 1, extract: 1 };

const trinoReserved =
  'alter and as between by case cast constraint create cross cube current_catalog current_date current_path current_role current_schema current_time current_timestamp current_user deallocate delete describe distinct drop else end escape except exists extract false for from full group grouping having in inner insert intersect into is join json_array json_exists json_object json_query json_table json_value left like listagg localtime localtimestamp natural normalize not null on or order outer prepare recursive right rollup select skip table then trim true uescape union unnest using values when where with';
const duckdbReserved =
  'all analyse analyze any array asc asymmetric asof anti both check collate column default deferrable desc do fetch foreign glob ilike initially isnull lambda lateral leading limit notnull offset only overlaps pivot pivot_longer pivot_wider placing positional primary qualify references returning row sample semi show similar some summarize symmetric tablesample to trailing try_cast unique unpivot variadic verbose window exclude';

/** Words that stand for themselves on one engine or the other, and are no names without quotes. */
export const reserved: ReadonlySet<string> = new Set(`${trinoReserved} ${duckdbReserved}`.split(' '));

/** The only names that are written with double quotes. */
export const quotedNames: ReadonlySet<string> = new Set(['row', 'order', 'group', 'end', 'table', 'values']);

/** Why a pattern is not in the part that RE2 and Java's expressions share, or undefined. */
export function patternFault(pattern: string): string | undefined {
  const rules: [RegExp, string][] = [
    [/\(\?/, 'groups that begin with (? are not the same on every engine'],
    [/\\[0-9]/, 'back-references are not on every engine'],
    [/[*+?}]\+/, 'possessive repetition is not on every engine'],
    [
      /\\[a-zAC-Z]/,
      'of the letters behind a backslash only \\b is the same on every engine: write the class out',
    ],
    [/\\(?![bB.\\/()[\]{}|*+?^$'"-])/, 'a backslash stands before a sign or b'],
    [/\[[^\]]*(&&|\[)/, 'classes in classes are not on every engine'],
  ];
  const plain = pattern.replaceAll('\\b', '');
  return rules.find(([found]) => found.test(plain))?.[1];
}
