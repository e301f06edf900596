/**
 * What a stranger's SELECT may call, by name; everything else is refused, so that a function of a later engine is not
 * open before somebody has looked at it. None of these reads a file, a setting, the environment, the catalogue or
 * another statement.
 */
const names = `
+ - * / // % ** ^ || & | << >> ~ ! @ ~~ !~~ ~~* !~~* ~~~ ^@ <@ @> && -> ->> <-> <=>
abs ceil ceiling floor round round_even trunc sign sqrt cbrt exp ln log log2 log10 pow power mod fmod gcd lcm
factorial greatest least even pi isfinite isinf isnan add subtract multiply divide width_bucket bit_count
count count_star count_if countif sum sum_no_overflow kahan_sum fsum sumkahan avg mean favg min max min_by max_by
arg_min arg_max argmin argmax arg_min_null arg_max_null any_value arbitrary first last list array_agg string_agg
group_concat listagg bool_and bool_or bit_and bit_or bit_xor product mode median mad quantile quantile_cont
quantile_disc approx_quantile approx_count_distinct histogram entropy kurtosis skewness stddev stddev_pop
stddev_samp variance var_pop var_samp corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept
regr_r2 regr_slope regr_sxx regr_sxy regr_syy grouping grouping_id
row_number rank dense_rank rank_dense percent_rank cume_dist ntile lag lead first_value last_value nth_value
lower lcase upper ucase length len strlen char_length character_length trim ltrim rtrim left right substr substring
substring_grapheme left_grapheme right_grapheme replace translate concat concat_ws contains starts_with ends_with
prefix suffix strpos position instr reverse repeat lpad rpad ascii ord chr unicode format printf strip_accents
nfc_normalize split split_part str_split string_split string_to_array regexp_matches regexp_full_match
regexp_replace regexp_extract regexp_extract_all regexp_split_to_array like_escape ilike_escape not_like_escape
not_ilike_escape levenshtein editdist3 hamming jaccard jaro_similarity jaro_winkler_similarity damerau_levenshtein
md5 sha1 sha256 hash to_base from_base64 to_base64 base64 hex to_hex from_hex unhex bin to_binary encode decode
bar array_to_string
coalesce nullif ifnull if constant_or_null
date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add year month day hour minute
second quarter week weekday dayofweek dayofmonth dayofyear isodow isoyear weekofyear yearweek era century decade
millennium epoch epoch_ms dayname monthname last_day make_date make_timestamp strftime strptime try_strptime age
time_bucket to_days to_weeks to_months to_years to_hours to_minutes to_seconds julian
list_value list_pack struct_pack row array_value list_extract list_element array_extract struct_extract
struct_extract_at array_slice list_slice list_contains array_contains list_has array_has list_has_any list_has_all
array_has_any array_has_all list_position list_indexof list_distinct array_distinct list_unique array_unique
list_sort array_sort list_reverse_sort array_reverse_sort list_reverse array_reverse list_concat list_cat
array_concat array_cat list_append array_append array_push_back list_prepend array_prepend array_push_front
array_length list_sum list_avg list_min list_max list_count list_first list_last list_any_value list_mode
list_median list_stddev_samp list_var_samp list_string_agg list_transform array_transform list_apply array_apply
apply list_filter array_filter filter list_reduce array_reduce reduce list_zip list_intersect array_intersect
list_where list_select list_resize array_resize list_grade_up array_grade_up flatten generate_series range unnest
unpivot_list map map_keys map_values map_entries map_extract element_at cardinality map_from_entries typeof
json_array_length json_extract json_extract_string json_extract_path json_extract_path_text json_keys json_type
json_valid json to_json json_object json_array
`;

export const allowedFunctions: ReadonlySet<string> = new Set(
  names.split(/\s+/).filter((name) => name !== ''),
);

/** Functions that may stand where a table stands. */
export const allowedTableFunctions: ReadonlySet<string> = new Set(['range', 'generate_series', 'unnest']);
