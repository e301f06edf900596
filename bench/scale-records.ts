// Audit rows of any number in the shape of records, made by the engine: invented organisations, no original behind them.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../src/engine/engine.ts';
import { searchRecords } from '../src/kinds/searches/shape.ts';
import type { Edition } from '../src/project/edition.ts';
import type { ProjectPaths } from '../src/project/paths.ts';
import { recordsFile } from '../src/project/store.ts';
import { recordColumns } from '../src/read/layout.ts';

/** Rows of one edition at most. */
const perEdition = 1_000_000;
const states = "['CA', 'TX', 'FL', 'IL', 'WA', 'VA', 'OH', 'GA', 'NY', 'CO', 'OR', 'TN']";
const forms = "['PD', 'SO', 'PD', 'SP', 'University PD']";

/**
 * Writes editions of `rows` rows together: logs of a year, one after the other in time. Every tenth row of an edition
 * stands in the one before, too; every twentieth has no id and is known by its second and window alone.
 */
export async function makeScaleRecords(
  engine: Engine,
  paths: ProjectPaths,
  rows: number,
  most = perEdition,
): Promise<Edition[]> {
  const editions: Edition[] = [];
  const each = Math.min(rows, most);
  for (let from = 0; from < rows; from += each) {
    const index = from / each;
    const edition = `made${String(index).padStart(6, '0')}`;
    const file = recordsFile(paths, edition);
    rmSync(dirname(file), { recursive: true, force: true });
    mkdirSync(dirname(file), { recursive: true });
    await engine.writeParquet(editionSql(edition, index, from, each, rows), file);
    editions.push(editionOf(edition, index, each));
  }
  return editions;
}

/** Every column of a record; what is not said here is null. */
function editionSql(edition: string, index: number, from: number, each: number, rows: number): string {
  const org = `'Example' || (o % 1499) || case o % 5 when 1 then ' County ' else ' ' end || ${states}[1 + o % 12] || ' ' || ${forms}[1 + o % 5]`;
  const made: Record<string, string> = {
    edition: `'${edition}'`,
    row: 'i + 1',
    line: 'i + 2',
    disposition: "'kept'",
    holder: `'Exampleton${index % 40} CA PD'`,
    log: "'audit'",
    org_text: org,
    org_state: "'present'",
    hour: `timestamp '2025-01-01 00:00:00' + to_hours(cast(n * 8760 // ${rows} as integer))`,
    key_id: 'case when i % 20 = 7 then null else cast(hash(n) >> 1 as bigint) end',
    key_frame: "cast(hash(n || 'frame') >> 1 as bigint)",
    key_second: "cast(hash(n || 'second') >> 1 as bigint)",
    networks: 'cast(1 + n % 6000 as integer)',
    devices: 'cast(12 * (1 + n % 6000) as integer)',
    devices_state: "'present'",
    lookback_hours: 'cast(24 * (1 + n % 30) as integer)',
    search_type: "['lookup', 'search', 'convoy', 'visual'][1 + n % 4]",
    moderation: "'empty'",
    reason_state: "case when n % 7 = 2 then 'masked-agency' else 'present' end",
    reason_class:
      "case n % 7 when 0 then 'immigration' when 1 then 'department' when 2 then 'unreadable' else 'other' end",
    offence:
      "case when n % 7 = 2 then null else ['theft', 'vehicle', 'homicide', 'immigration', 'other'][1 + n % 5] end",
    reason_words:
      "case when n % 7 = 2 then null else ['theft', 'stolen', 'homicide', 'immigr', 'case'][1 + n % 5] end",
    reason_form: "case when n % 7 = 2 then null when n % 3 = 0 then 'list' else 'free' end",
    ...Object.fromEntries(
      ['name', 'user', 'plate', 'case', 'filters', 'prompt'].map((cell) => [
        `${cell}_state`,
        "'masked-vendor'",
      ]),
    ),
  };
  const columns = Object.entries(recordColumns(searchRecords)).map(
    ([name, type]) => `cast(${made[name] ?? 'null'} as ${type}) as "${name}"`,
  );
  const number = `${from} + i - case when i % 10 = 0 and ${from} > 0 then ${each} else 0 end`;
  return `select ${columns.join(',\n')}
from (select i, n, n * 7919 % 2999 as o from (select i, ${number} as n from range(${each}) as r(i)))`;
}

function editionOf(edition: string, index: number, rows: number): Edition {
  return {
    schema: 1,
    edition,
    sha256: edition.padEnd(64, '0'),
    bytes: 1,
    form: 'csv',
    kind: 'searches',
    layout: 'made',
    layoutVersion: 1,
    shape: searchRecords.name,
    source: 'search-audits',
    publisher: 'invented',
    coverage: 'window',
    sheet: null,
    headerRows: 1,
    modified: null,
    firstEvent: '2025-01-01',
    latestEvent: '2025-12-31',
    accounting: { records: rows + 1, kept: rows, withheld: 0, rejected: 0, blank: 0, header: 1 },
    rejects: [],
    problems: [],
    droppedColumns: 0,
    recordsSha256: edition,
    notes: [],
    seq: index + 1,
    names: [`${edition}.csv`],
    asOf: '2026-01-01',
    asOfFrom: 'name',
    contradiction: null,
    dayPart: 2,
    obtained: '2026-11-21T12:00:00.000Z',
  } as Edition;
}
