import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import type { Engine } from '../../../src/engine/engine.ts';
import { sqlText } from '../../../src/engine/sql-text.ts';
import { meaningful, tokens } from '../../../src/engine/tokens.ts';
import type { Registry } from '../../../src/figures/kind.ts';
import type { Edition } from '../../../src/project/edition.ts';
import type { ProjectPaths } from '../../../src/project/paths.ts';
import { recordsFile } from '../../../src/project/store.ts';
import { recordColumns, type Shape } from '../../../src/read/layout.ts';
import { hardTexts } from './texts.ts';

/** Words with which each column is compared in some model, so that made records meet the branches of the models. */
function vocabulary(registry: Registry): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const model of registry.models) {
    for (const line of model.sql.split('\n')) {
      const parts = meaningful(tokens(line));
      const texts = parts
        .filter((token) => token.kind === 'text')
        .map((token) => token.text.slice(1, -1).replaceAll("''", "'"));
      for (const name of new Set(parts.filter((token) => token.kind === 'word').map((token) => token.text))) {
        words.set(name, new Set([...(words.get(name) ?? []), ...texts]));
      }
    }
  }
  return words;
}

/**
 * Editions of every shape with made records: few values a column, so that rows meet; nulls, hard texts, ties and
 * repeats among them. The same for the same seed.
 */
export async function makeRecords(
  engine: Engine,
  registry: Registry,
  paths: ProjectPaths,
  options: { seed: number; rows: number },
): Promise<Edition[]> {
  const words = vocabulary(registry);
  const editions: Edition[] = [];
  for (const shape of registry.shapes) {
    const layouts = registry.layouts.filter((layout) => layout.shape.name === shape.name);
    const sources = [...new Map(layouts.map((layout) => [layout.source, layout])).values()];
    for (const [index, layout] of [...sources, ...sources, ...sources].entries()) {
      const seq = editions.length + 1;
      const edition = `made${options.seed}${shape.name.replaceAll('_', '')}${index}`;
      const file = recordsFile(paths, edition);
      mkdirSync(dirname(file), { recursive: true });
      const rows = await writeRows(
        engine,
        shape,
        edition,
        file,
        words,
        options.seed * 1000 + seq,
        options.rows,
      );
      const asOf = `2026-0${1 + (index % 3)}-1${index % 2}`;
      editions.push({
        schema: 1,
        edition,
        sha256: edition.padEnd(64, '0'),
        bytes: 1,
        form: 'csv',
        kind: layout.kind,
        layout: layout.id,
        layoutVersion: layout.version,
        shape: shape.name,
        source: layout.source,
        publisher: layout.publisher,
        coverage: layout.coverage,
        sheet: null,
        headerRows: 1,
        modified: null,
        firstEvent: '2026-01-01',
        latestEvent: asOf,
        accounting: { records: rows + 1, kept: rows, withheld: 0, rejected: 0, blank: 0, header: 1 },
        rejects: [],
        problems: [],
        droppedColumns: 0,
        recordsSha256: edition,
        notes: [],
        seq,
        names: [`${edition}.csv`],
        asOf,
        asOfFrom: 'name',
        contradiction: null,
        dayPart: 1 + (index % 3),
        obtained: `2026-11-2${index % 3}T12:00:00.000Z`,
      } as Edition);
    }
  }
  return editions;
}

async function writeRows(
  engine: Engine,
  shape: Shape,
  edition: string,
  file: string,
  words: Map<string, Set<string>>,
  seed: number,
  count: number,
): Promise<number> {
  const columns = Object.entries(shape.columns);
  const row = fc.tuple(...columns.map(([name, type]) => madeValue(name, type, words)));
  const made = fc.sample(row, { numRuns: count, seed });
  // Some rows come twice, word for word.
  const all = [...made, ...made.slice(0, Math.floor(count / 10))];
  const types = recordColumns(shape);
  const lines = all.map((values, index) => {
    const disposition = index % 17 === 5 ? 'withheld' : 'kept';
    const cells = columns.map(([, type], column) =>
      disposition === 'kept' ? (values[column] as string) : `cast(null as ${type})`,
    );
    return `(${[sqlText(edition), index + 1, index + 2, sqlText(disposition), ...cells].join(', ')})`;
  });
  const casts = Object.entries(types).map(
    ([name, type]) =>
      `cast(${'key_second' in types ? searchCell(name) : `"${name}"`} as ${type}) as "${name}"`,
  );
  const names = Object.keys(types).map((name) => `"${name}"`);
  await engine.writeParquet(
    `select ${casts.join(', ')} from (values ${lines.join(',\n')}) as t (${names.join(', ')})`,
    file,
  );
  return all.length;
}

/** A key of a search's second says the second: rows that have the same one have the same hour, too. */
function searchCell(name: string): string {
  return name === 'hour'
    ? `case when key_second is null then hour else timestamp '2025-07-01 05:30:15' + key_second * interval 37 day end`
    : `"${name}"`;
}

function madeValue(name: string, type: string, words: Map<string, Set<string>>): fc.Arbitrary<string> {
  const nothing = fc.constant(`cast(null as ${type})`);
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(Date.UTC(2025, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const some = (): fc.Arbitrary<string> => {
    if (type === 'date') return day.map((date) => `date '${date}'`);
    if (type === 'timestamp')
      return fc
        .tuple(day, fc.integer({ min: 0, max: 23 }))
        .map(([date, hour]) => `timestamp '${date} ${String(hour).padStart(2, '0')}:30:15'`);
    if (type === 'boolean') return fc.constantFrom('true', 'false');
    if (type === 'double') return fc.integer({ min: -50, max: 50 }).map((n) => `cast(${n / 4} as double)`);
    if (type.startsWith('decimal'))
      return fc
        .integer({ min: -500_000, max: 5_000_000 })
        .map(
          (cents) =>
            `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`,
        );
    if (/int/.test(type)) return fc.integer({ min: 0, max: 6 }).map(String);
    const own = [...(words.get(name) ?? [])].slice(0, 12);
    const pool = [
      ...own,
      'FL',
      'TX',
      'Florida',
      'Dade',
      'Dade County',
      'A1',
      'A2',
      'B1',
      ...(hardTexts.filter((text) => text !== null).slice(0, 8) as string[]),
    ];
    return fc.constantFrom(...pool).map(sqlText);
  };
  return fc.oneof({ weight: 1, arbitrary: nothing }, { weight: 8, arbitrary: some() });
}
