import { createHash } from 'node:crypto';

/**
 * Where pages lie, from the root of the site, without a slash at either end. A page is a folder with `index.html` and
 * its twins `index.json` and `index.csv`.
 */
export const paths = {
  home: '',
  figures: 'figures',
  figure: (id: string) => `figures/${id}`,
  /** A file beside a figure's page: a download, a drawing, the page for frames. */
  figureFile: (id: string, name: string) => `figures/${id}/${name}`,
  receipts: 'receipts',
  receipt: (id: string, day: string) => `receipts/${id}/${day}`,
  /** Rows of the parts of one dimension, where they are too many for the receipt itself; pages count from 1. */
  receiptPart: (id: string, day: string, dimension: string, page: number) =>
    `receipts/${id}/${day}/${dimension}${page === 1 ? '' : `/${page}`}`,
  claims: 'claims',
  claim: (id: string) => `claims/${id}`,
  sources: 'sources',
  edition: (edition: string) => `editions/${edition}`,
  tables: 'tables',
  table: (id: string) => `tables/${id}`,
  releases: 'releases',
  method: 'method',
  api: 'api',
  sql: 'sql',
  search: 'search',
  searchPart: (part: string) => `search/${part}`,
  desk: 'desk',
  states: 'states',
  state: (code: string) => `states/${code}`,
  counties: 'counties',
  agencies: 'agencies',
  agency: (organisation: string) => `agencies/${short(organisation)}`,
  changes: 'changes',
  searches: 'searches',
  searchesMethod: 'searches/method',
  searchesRules: 'searches/rules',
  searchesFlows: 'searches/flows',
  searchesTable: (table: string) => `searches/tables/${table}`,
  searchesOf: (group: 'organisations' | 'networks' | 'states' | 'levels', value: string) =>
    `searches/${group}/${short(value)}`,
} as const;

/** The file of a page, as an address from the root: it opens from a folder on disk too. */
export function file(page: string, anchor?: string): string {
  return `${page === '' ? '' : `${page}/`}index.html${anchor === undefined ? '' : `#${anchor}`}`;
}

/** A name that a file system takes: long ones are cut and told apart by a hash of the whole. */
export function short(name: string): string {
  if (name.length <= 120) return name;
  return `${name.slice(0, 100)}-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

/** A name that every file system takes; one that had to be altered is told apart by a hash of the whole. */
export function slug(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|-+$/g, '');
  if (plain === name) return short(name);
  return short(`${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`);
}

/** A relative address from the page at `from` to a file given from the root. */
export function relative(from: string, to: string): string {
  const here = from === '' ? [] : from.split('/');
  const [target = '', anchor] = splitAnchor(to);
  const there = target.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const path = `${'../'.repeat(here.length - shared)}${there.slice(shared).map(encoded).join('/')}`;
  return anchor === undefined ? path : `${path}#${anchor}`;
}

/** Most names need no encoding, and there are many links. */
function encoded(name: string): string {
  return /^[\w.~-]*$/.test(name) ? name : encodeURIComponent(name);
}

function splitAnchor(address: string): [string, string | undefined] {
  const cut = address.indexOf('#');
  return cut < 0 ? [address, undefined] : [address.slice(0, cut), address.slice(cut + 1)];
}

/** An anchor for one value of a dimension: `state-FL`, `model-task-force`. */
export function anchorOf(dimension: string, value: string): string {
  return `${dimension}-${value.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}
