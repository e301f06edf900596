import type { RawRow } from './raw-row.ts';
import type { RawRows } from './stream-relation.ts';

/**
 * Rows in parts of about `most`, one after the other: the engine keeps what it reads from a pipe until its query ends,
 * so that a large stream has to be several queries. Each part is read to its end before the next one is asked for.
 */
export async function* rowParts(rows: RawRows, most: number): AsyncGenerator<RawRows> {
  const iterator = rows[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done) {
    let done = false;
    const begun = first;
    yield (async function* () {
      let count = 0;
      for (let next: IteratorResult<RawRow | readonly RawRow[]> = begun; ; next = await iterator.next()) {
        if (next.done) {
          done = true;
          return;
        }
        yield next.value;
        count += Array.isArray(next.value) ? (next.value as readonly RawRow[]).length : 1;
        if (count >= most) return;
      }
    })();
    if (done) return;
    first = await iterator.next();
  }
}
