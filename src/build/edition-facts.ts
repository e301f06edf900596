import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import { type Accounting, type Problem, personsCode } from '../project/edition.ts';
import type { Layout } from '../read/layout.ts';
import { defaultLimits } from '../read/limits.ts';
import type { RawReject, ReadAccount } from '../read/raw-row.ts';

/** What a manifest says of the kept records of an edition. */
export interface KeptFacts {
  /** First and latest event date that is not outside reason, ISO dates or null. */
  firstEvent: string | null;
  latestEvent: string | null;
  /** What the file covers, where its layout names it. */
  period: string | null;
  problems: Problem[];
  notes: string[];
}

/** Rows by what became of them, with those that never reached the engine. `header` counts the header's own rows. */
export async function countDispositions(
  engine: Engine,
  file: string,
  account: ReadAccount,
  header: number,
): Promise<Accounting> {
  const counts: Record<string, number> = {};
  for (const row of await engine.query(
    `select disposition, count(*) as n from read_parquet(${sqlText(file)}) group by disposition order by disposition`,
  )) {
    counts[row['disposition'] as string] = row['n'] as number;
  }
  return {
    records: account.records + header,
    kept: counts['kept'] ?? 0,
    withheld: counts['withheld'] ?? 0,
    rejected: account.rejected + (counts['rejected'] ?? 0),
    blank: counts['blank'] ?? 0,
    header: header + (counts['header'] ?? 0),
  };
}

/** A row's place: the engine does not number the rows of a plain CSV, their order does. */
const place = `coalesce("row", file_row_number + 1)`;

/** The places of rows that the layout rejected, in order; none of them is asked for where there are none. */
export async function rejectedRows(engine: Engine, file: string, count: number): Promise<RawReject[]> {
  if (count === 0) return [];
  const rows = await engine.query(
    `select place, line from (select ${place} as place, * from read_parquet(${sqlText(file)}, file_row_number = true)) as r
where disposition = 'rejected' order by place limit ${defaultLimits.rejects}`,
  );
  return rows.map((row) => ({
    row: row['place'] as number,
    ...(row['line'] === null ? {} : { line: row['line'] as number }),
    code: 'shifted-cells' as const,
  }));
}

/** Places of a problem that are listed. */
const listedPlaces = 50;

/** Everything that is asked of the kept records of an edition, in one pass over them and in flat memory. */
export async function keptFacts(engine: Engine, file: string, layout: Layout): Promise<KeptFacts> {
  const { eventDate, eventOutsideReason, period, problems, notes = [] } = layout;
  const timely = `filter (where not coalesce(${eventOutsideReason}, false))`;
  const asked = [
    ...(eventDate === null
      ? []
      : [
          `@iso_date(min(${eventDate}) ${timely}) as first_event`,
          `@iso_date(max(${eventDate}) ${timely}) as latest_event`,
        ]),
    ...(period === undefined ? [] : [`cast(${period} as varchar) as period`]),
    ...notes.map(({ when }, index) => `coalesce(${when}, false) as note_${index}`),
    ...problems.flatMap(({ code, when }, index) => [
      `count(*) filter (where ${when}) as problem_${index}`,
      ...(code === personsCode
        ? []
        : [`min(place, ${listedPlaces}) filter (where ${when}) as places_${index}`]),
    ]),
  ];
  const [row] =
    asked.length === 0
      ? [undefined]
      : await engine.query(
          `select ${asked.join(',\n  ')}
from (select ${place} as place, * from read_parquet(${sqlText(file)}, file_row_number = true)) as r where disposition = 'kept'`,
        );
  return {
    firstEvent: (row?.['first_event'] ?? null) as string | null,
    latestEvent: (row?.['latest_event'] ?? null) as string | null,
    period: (row?.['period'] ?? null) as string | null,
    problems: problems.flatMap(({ column, code }, index) => {
      const count = (row?.[`problem_${index}`] ?? 0) as number;
      return count === 0 ? [] : [{ column, code, count, rows: (row?.[`places_${index}`] ?? []) as number[] }];
    }),
    notes: notes.filter((_, index) => row?.[`note_${index}`] === true).map(({ says }) => says),
  };
}

/** SHA-256 of a file of records, hex, in flat memory. */
export async function hashRecords(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(part as Buffer);
  return hash.digest('hex');
}
