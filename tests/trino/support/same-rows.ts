import type { Engine, SqlRow } from '../../../src/engine/engine.ts';

/** The rows as texts, in an order that does not hang on the engine. */
export function asTexts(rows: readonly SqlRow[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

/** Says how the rows of one statement differ on two engines; undefined where they are equal. */
export async function difference(embedded: Engine, lake: Engine, sql: string): Promise<string | undefined> {
  const [here, there] = [asTexts(await embedded.query(sql)), asTexts(await lake.query(sql))];
  if (here.length === there.length && here.every((text, index) => text === there[index])) return undefined;
  const other = new Set(there);
  const mine = new Set(here);
  const missing = here.find((text) => !other.has(text));
  const added = there.find((text) => !mine.has(text));
  return `${here.length} and ${there.length} rows; here alone: ${missing}; there alone: ${added}`;
}
