import type { Child } from 'hono/jsx';
import { type Say, sayIn } from '../language/say.ts';
import type { Cell } from './cell.ts';
import type { Crumb } from './components/breadcrumbs.tsx';
import { relative } from './paths.ts';
import type { Num, Site } from './site.ts';
import type { Lang } from './words.ts';

/** A table as CSV writes it: names of columns, and rows of plain values. */
export interface CsvTable {
  columns: readonly string[];
  /**
   * Columns that hold a measured value. Where one is given, a last column `status` says of each row which of them are
   * empty and why: `x` (not available), `z` (not applicable) or `c` (hidden), of several with the name of the column.
   */
  measured?: readonly string[];
  rows: Iterable<readonly CsvCell[]>;
}

/** Cells that say by themselves why they are empty, in the column of status: there can be no value, or it is hidden. */
export const notApplicable = { status: 'z' } as const;
export const hidden = { status: 'c' } as const;

export type CsvCell = string | number | boolean | null | undefined | typeof notApplicable | typeof hidden;

/** What a page shows inside the shell. */
export interface PageView {
  title: string;
  description?: string;
  /** The steps between the home page and this one, this one last. Addresses from the root of the site. */
  crumbs: Crumb[];
  /** Client modules that the page can do without: `map-slider`. */
  scripts?: readonly string[];
  /** Bundles of `src/site/bundles/`, by name: scripts that run from a folder on disk too. */
  bundles?: readonly string[];
  /** Images that the page begins to fetch at once, from the root. */
  preload?: readonly string[];
  /** Stands in the footer where its sentence on receipts would not be true. */
  made?: string;
  children: Child;
}

/** A page's place: turns addresses from the root of the site into relative ones. */
export interface Here {
  lang: Lang;
  /** Says a text in the language of the pages. */
  say: Say;
  path: string;
  to(address: string): string;
  /** A number as a cell that links to its receipt. */
  cell(num: Num): Cell;
}

/** One kind of page: its addresses, its data (which is its JSON twin), its words, and its table (the CSV twin). */
export interface PageKind<D extends object> {
  /** Pattern of its addresses: `agencies/:id`. */
  route: string;
  /** What its JSON twin holds, one line, for the page on method. */
  says: string;
  /** Every address that there is. */
  paths(site: Site): readonly string[];
  /** The data of one page; undefined where there is no such page. */
  load(site: Site, path: string, params: Readonly<Record<string, string>>): D | undefined;
  view(data: D, here: Here, site: Site): PageView;
  csv(data: D, site: Site): CsvTable;
  /** What the JSON twin holds, where it is not the data as they are. */
  json?(data: D, site: Site): object;
}

/** Any kind of page; its data stay its own business. */
export type AnyPage = PageKind<object>;

/** Makes a kind of page; a function only so that the type of its data is inferred. */
export function page<D extends object>(kind: PageKind<D>): AnyPage {
  return kind as unknown as AnyPage;
}

/** The place of a page. */
export function hereAt(path: string, lang: Lang): Here {
  const to = (address: string) => relative(path, address);
  return {
    lang,
    say: sayIn(lang),
    path,
    to,
    cell: ({ value, receipt }) => ({
      value,
      ...(receipt === null || value === null ? {} : { href: to(receipt) }),
    }),
  };
}
