/** `'it''s'`: a text literal. The one place where a value becomes SQL text. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A text literal, or `null`. */
export function sqlTextOrNull(value: string | null): string {
  return value === null ? 'cast(null as varchar)' : sqlText(value);
}

/** `date '2026-01-26'`; throws where the text is not an ISO date (a fault of ours: input is checked at the edge). */
export function sqlDate(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Error(`not an ISO date: ${value}`);
  return `date '${value}'`;
}

/** A name that needs no quotes in any engine; throws otherwise. */
export function sqlName(value: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(value)) throw new Error(`not a plain SQL name: ${value}`);
  return value;
}

/** `(a, b, c)` of text literals; an empty list gives a list that nothing is in. */
export function sqlList(values: readonly string[]): string {
  return values.length === 0 ? "('')" : `(${values.map(sqlText).join(', ')})`;
}
