import { createHash } from 'node:crypto';
import type { Config } from '../project/config.ts';
import type { Layout, Recognised, Shape } from '../read/layout.ts';
import type { RawRow } from '../read/raw-row.ts';
import type { RawRows } from '../read/stream-relation.ts';
import type { Comparison } from './comparison.ts';
import type { Figure } from './figure.ts';
import type { Flag } from './flag.ts';
import type { Model } from './model.ts';
import type { ReleasePlan } from './release.ts';
import type { Scenario } from './scenario.ts';

/** A table that a kind never lets in, by its headers (folded, as in `Layout.requires`). */
export interface RefusedTable {
  requires: readonly string[];
  forbids: readonly string[];
  code: string;
  message: string;
  hint: string;
}

/** Reads rows out of a text that has not the shape of a table. */
export interface TextReader {
  recognises(head: string): boolean;
  header: readonly string[];
  rows(text: string): Iterable<RawRow>;
  /** Records, counted by another way than `rows`. */
  count(text: string): number;
}

/** What a kind looks at before a row is read; each part is optional. */
export interface Entrance {
  refuses?: readonly RefusedTable[];
  /** What may be kept of a file's or a sheet's name; `null` for nothing. */
  nameKept?(name: string): string | null;
  /** The organisation whose file it is, as far as its name says. */
  holder?(name: string): string | null;
  /** Texts that have not the shape of a table, and that the kind can read all the same. */
  texts?: TextReader;
  /** Recognises a table that a person has described for files of this name, before any layout is tried. */
  described?(table: EntranceTable, name: string): Recognised | null;
  /** Recognises a table that no layout fits: by what a person has described, or by the shapes of its cells. */
  guess?(table: EntranceTable): Recognised | null;
  /** How a table is read again in which rows were rejected or headers repeated; null where that would not help. */
  readAgain?(table: EntranceTable, found: Recognised): ReadAgain | null;
  /** Labels that a person has confirmed: each spelling with the label that is kept for it. */
  confirmed?: ReadonlyMap<string, string>;
  /** The label of an organisation as the user gave it, as it is kept. Throws where it can be none. */
  checkHolder?(label: string): string;
  /** The same entrance with what a project says of its files. */
  told?(config: Config): Promise<Entrance>;
}

/** A second reading of a table whose parts differ, or whose cells are not where its header says. */
export interface ReadAgain {
  recognised: Recognised;
  /** Cells of the rows that `rows` gives. */
  width: number;
  rows(source: RawRows): RawRows;
  /** Rows whose cells were put right, and their first places; ask when all rows are through. */
  repaired(): { count: number; rows: readonly number[] };
  notes(): string[];
}

/** What an entrance sees of a table. */
export interface EntranceTable {
  preview: readonly (readonly (string | null)[])[];
  width: number;
}

/** Which rows of a kind's models stand for persons: nothing that leaves names a row that bears one of their keys. */
export interface RowsOfPersons {
  /** The model that has a row for each of them, of all editions. Its columns have names that no other model has. */
  from: string;
  /** The column of any table that says of a row itself that it is a person's, and how. */
  column: string;
  value: string;
  /** Columns of any table that together bear a key of such a row, and the columns of `from` that have the key. */
  keys: readonly Readonly<Record<string, string>>[];
}

/**
 * What a kind's records call things that a sentence may mean. SQL with a row for each: `dimension` of its figures, `value`,
 * `name`. No row is a person, nor leads to one.
 */
export interface NamesOfThings {
  /** The models that the SQL reads. */
  reads: readonly string[];
  organisations: string;
  /** What money or records are for, the more likely meant first. */
  purposes: string;
}

/** A family of records with one meaning, as the rest of the house is handed it. */
export interface Kind {
  id: string;
  title: string;
  /** Whether released files may be kept in `originals/`; of searches never. */
  keepsOriginals: boolean;
  layouts: readonly Layout[];
  shapes: readonly Shape[];
  models: readonly Model[];
  figures: readonly Figure[];
  entrance?: Entrance;
  /**
   * Of a kind whose originals are not kept: the version of what its door writes. Editions of two versions are never
   * counted together; the files have to be added again.
   */
  doorVersion?: number;
  /** Views that a project's configuration changes; each stands in the place of the model of its name. */
  told?(config: Config): Promise<readonly Model[]>;
  /** Where counts of this kind may only leave as fixed tables with small cells hidden. */
  release?: ReleasePlan;
  /** Rows of persons in its models: they leave as one line, with count and sum. */
  persons?: RowsOfPersons;
  /** Names in its models that `check` and the desk know. */
  names?: NamesOfThings;
  /** Red-flag rules over its models. */
  flags?: readonly Flag[];
  /** How editions of its sources are compared. */
  comparisons?: readonly Comparison[];
  /** Declared arithmetic over figures and stated assumptions. */
  scenarios?: readonly Scenario[];
}

/** Every kind the program knows, put together. */
export interface Registry {
  kinds: readonly Kind[];
  layouts: readonly Layout[];
  shapes: readonly Shape[];
  models: readonly Model[];
  figures: readonly Figure[];
  flags: readonly Flag[];
  comparisons: readonly Comparison[];
  scenarios: readonly Scenario[];
  figure(id: string): Figure | undefined;
  /** A hash of what its models and figures say, whatever they were compiled to and whatever a project tells of its views. */
  says(): string;
}

/** The registry whose kinds have heard what a project says of its files. Throws the errors of their files. */
export async function toldRegistry(registry: Registry, config: Config): Promise<Registry> {
  const kinds = await Promise.all(
    registry.kinds.map(async (kind) =>
      kind.entrance?.told ? { ...kind, entrance: await kind.entrance.told(config) } : kind,
    ),
  );
  return { ...registry, kinds };
}

/** The registry with the views that a project's configuration changes. Throws the errors of the files it names. */
export async function toldViews(registry: Registry, config: Config): Promise<Registry> {
  const told = (await Promise.all(registry.kinds.map((kind) => kind.told?.(config) ?? []))).flat();
  const views = new Map(told.map((model) => [model.name, model]));
  return { ...registry, models: registry.models.map((model) => views.get(model.name) ?? model) };
}

/** Puts kinds together. Throws where two figures have one id. */
export function createRegistry(kinds: readonly Kind[], shipped: readonly Model[]): Registry {
  const figures = new Map<string, Figure>();
  for (const figure of kinds.flatMap((kind) => kind.figures)) {
    if (figures.has(figure.id)) throw new Error(`two figures are called ${figure.id}`);
    figures.set(figure.id, figure);
  }
  const models = [...shipped, ...kinds.flatMap((kind) => kind.models)];
  let said: string | undefined;
  return {
    kinds,
    layouts: kinds.flatMap((kind) => kind.layouts),
    shapes: kinds.flatMap((kind) => kind.shapes),
    models,
    figures: [...figures.values()],
    flags: kinds.flatMap((kind) => kind.flags ?? []),
    comparisons: kinds.flatMap((kind) => kind.comparisons ?? []),
    scenarios: kinds.flatMap((kind) => kind.scenarios ?? []),
    figure: (id) => figures.get(id),
    says: () => {
      said ??= createHash('sha256')
        .update(
          JSON.stringify([
            models,
            [...figures.values()],
            kinds.map(({ id, doorVersion }) => [id, doorVersion]),
          ]),
        )
        .digest('hex');
      return said;
    },
  };
}
