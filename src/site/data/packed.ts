/** A column: its different values, and for each row the place of its own among them. */
export interface Column {
  name: string;
  values: readonly unknown[];
  places: Uint16Array | Uint32Array;
}

/**
 * Holds rows until they are asked for. Rows of receipts are many and alike: each different value is held once, and
 * thousands of objects become two bytes a cell outside of the heap. Those who ask get rows of their own.
 *
 * @param rows plain objects with the columns of the first one; an absent value comes back as undefined
 */
export function packed<T extends object>(rows: readonly T[]): () => T[] {
  const columns = columnsOf(rows);
  return () => unpacked<T>(columns);
}

// Apart from the function above: what it returns would hold the rows, too.
function columnsOf<T extends object>(rows: readonly T[]): Column[] {
  return Object.keys(rows[0] ?? {}).map((name) => columnOf(rows, name as keyof T & string));
}

function unpacked<T extends object>(columns: readonly Column[]): T[] {
  return Array.from(columns[0]?.places ?? [], (_, index) => {
    const row: Record<string, unknown> = {};
    for (const { name, values, places } of columns) row[name] = values[places[index] as number];
    return row as T;
  });
}

/** One column of rows, held like that. */
export function columnOf<T extends object>(rows: readonly T[], name: keyof T & string): Column {
  const places = new Uint32Array(rows.length);
  const known = new Map<unknown, number>();
  for (const [index, row] of rows.entries()) {
    const value = row[name];
    const place = known.get(value) ?? known.size;
    if (place === known.size) known.set(value, place);
    places[index] = place;
  }
  return {
    name,
    values: [...known.keys()],
    places: known.size <= 2 ** 16 ? Uint16Array.from(places) : places,
  };
}
