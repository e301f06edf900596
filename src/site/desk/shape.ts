import type { KnownName } from '../../claims/sentence-organisations.ts';
import type { Dimension, Figure, Reading } from '../../figures/figure.ts';
import type { Messages } from '../../language/say-with.ts';
import type { Edition } from '../../project/edition.ts';
import type { ReleasedTable } from '../../publication/release.ts';
import type { State } from '../../reference/states.ts';

/** What is needed of an edition to tell which ones an answer rests on. */
export const deskEditionFields = [
  'edition',
  'source',
  'kind',
  'coverage',
  'asOf',
  'asOfFrom',
  'dayPart',
  'seq',
  'obtained',
  'firstEvent',
  'sha256',
] as const satisfies readonly (keyof Edition)[];

export type DeskEdition = Pick<Edition, (typeof deskEditionFields)[number] | 'names'> & {
  period?: string | null;
};

/** What the desk knows of a figure beside its dimensions and readings. */
export const deskFigureFields = [
  'id',
  'title',
  'unit',
  'definition',
  'from',
  'form',
  'additive',
  'sources',
  'where',
  'defaults',
  'anySource',
  'pairs',
  'eventDate',
  'words',
  'otherwise',
] as const satisfies readonly (keyof Figure)[];

/** A figure as the desk knows it: its words, and what tells two readings apart. Patterns are text. */
export type DeskFigure = Pick<Figure, (typeof deskFigureFields)[number]> & {
  dimensions: Readonly<
    Record<
      string,
      {
        title: string;
        values?: readonly string[];
        pattern?: string;
        named?: Readonly<Record<string, readonly string[]>>;
        adjectives?: Readonly<Record<string, readonly string[]>>;
        tells?: Dimension['tells'];
        purposes?: Dimension['purposes'];
        says: string;
        sources?: Readonly<Record<string, string>>;
      }
    >
  >;
  readings: readonly Reading[];
  /** Of a closed kind: the values of dimensions that it counts, looked up in released tables. */
  fixed?: Readonly<Record<string, readonly string[]>>;
};

/** Everything that a sentence is bound by, without any value. */
export interface Desk {
  version: string;
  states: readonly State[];
  editions: readonly DeskEdition[];
  /** In English, in which sentences are read. */
  figures: readonly DeskFigure[];
  /** The same figures with their words in the language of the site. */
  told: readonly DeskFigure[];
}

/** The desk's file: with the messages of its language, null for English, and the released tables of closed kinds. */
export interface DeskFile extends Desk {
  messages: Messages | null;
  released: readonly ReleasedTable[];
}

/** A value: exact text or a whole number; a share as its two parts; null where the records give none. */
export type DeskValue = string | number | [string | number, string | number] | null;

/** Values of a figure, as it is or under one reading: for every day, and by each dimension for every day. */
export interface DeskTable {
  total: readonly DeskValue[];
  by: Readonly<Record<string, Readonly<Record<string, readonly DeskValue[]>>>>;
  /** Dimensions whose parts are held for the last day alone: each has one value. */
  lastOnly?: readonly string[];
}

/** What the records call vendors, and what contracts are for: offered where a sentence names one. */
export interface DeskNames {
  organisations: readonly KnownName[];
  purposes: readonly KnownName[];
}

/** The parts of a figure by a dimension of many values, or by two (`vendor.fiscal_year`, keys `…|2026`), on its last day, as declared. */
export interface DeskParts {
  figure: string;
  dimension: string;
  values: Readonly<Record<string, DeskValue>>;
}

/** The values of one figure. The empty name stands for the figure as declared, the others are those of readings. */
export interface DeskValues {
  days: readonly string[];
  tables: Readonly<Record<string, DeskTable>>;
  /** Dimensions of which each has a file of its own, as {@link DeskParts}. */
  apart?: readonly string[];
}

/** The key of a part by several dimensions: `ABC123DEF456|2026`; empty where a value is absent. */
export function keyOf(values: readonly unknown[]): string {
  return values.some((one) => one === null || one === undefined) ? '' : values.join('|');
}
