import type { Registry } from '../figures/kind.ts';
import { type Model, type Relations, recordsRelation } from '../figures/model.ts';
import { openKinds } from './open.ts';
import type { PublishedRelease } from './published.ts';
import type { ReleasedTable } from './release.ts';

/** A table that may leave as it is: the rows of a model of open records, or a released table of closed ones. */
export type PublishedTable = { name: string; says: string } & (
  | { from: 'model'; model: Model }
  | { from: 'release'; kind: string; table: ReleasedTable }
);

/**
 * Every table that programs and SQL may read, in the order of their names. A model that reads anything of a closed kind,
 * at any depth, is none of them, nor is the list of what stands for persons.
 */
export function publishedTables(
  registry: Registry,
  relations: Relations,
  releases: readonly PublishedRelease[],
): PublishedTable[] {
  const open = new Set(openKinds(registry).map((kind) => kind.id));
  const persons = new Set(registry.kinds.flatMap((kind) => kind.persons?.from ?? []));
  const closed = registry.kinds.filter((kind) => !open.has(kind.id));
  const barred = new Set(
    closed.flatMap((kind) => [
      ...kind.models.map((model) => model.name),
      ...kind.shapes.map((shape) => recordsRelation(shape)),
    ]),
  );
  const reads = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const other of relations.reads(name)) reads(other, seen);
    return seen;
  };
  const models = registry.models
    .filter(({ name }) => !persons.has(name) && [...reads(name)].every((one) => !barred.has(one)))
    .map((model): PublishedTable => ({ name: model.name, says: model.says, from: 'model', model }));
  const released = releases.flatMap(({ kind, tables }) =>
    tables.map(
      (table): PublishedTable => ({
        name: releasedName(kind, table.id),
        says: `${table.title}: one row a cell; "status" is c where the count is hidden, x where it is not available; 0 says that the logs at hand list none`,
        from: 'release',
        kind,
        table,
      }),
    ),
  );
  return [...models, ...released].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The name of a released table in SQL and in addresses. */
export function releasedName(kind: string, table: string): string {
  return `released_${kind}_${table.replaceAll(/[^a-z0-9]+/g, '_')}`;
}

/** A released table as rows. */
export function releasedRows({ by, rows }: ReleasedTable): Record<string, string | number | null>[] {
  return rows.map(({ values, through, shown }) => ({
    ...Object.fromEntries(by.map((name) => [name, values[name] ?? null])),
    through,
    count: typeof shown === 'number' ? shown : null,
    status: typeof shown === 'number' ? '' : shown.replaceAll(/[[\]]/g, ''),
  }));
}
