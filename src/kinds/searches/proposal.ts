import type { EntranceTable } from '../../figures/kind.ts';
import type { Recognised } from '../../read/layout.ts';
import { vendorOrders } from './alignment/columns-of-part.ts';
import { type CellShape, columnShapes } from './column-shapes.ts';
import type { SearchHeaders } from './columns.ts';
import { auditHeaders } from './layouts.ts';
import { recogniseMapping, type SearchMapping } from './mapping.ts';

/** What `layout FILE` says of a table: the shape of each column, and a mapping where the shapes allow one. */
export interface Proposal {
  columns: readonly { place: number; shape: CellShape; taken: string | null }[];
  mapping: SearchMapping | null;
  /** The mapping as a file to correct and keep. */
  yaml: string | null;
}

/**
 * Proposes a mapping from the shapes of the cells alone. Headers are not looked at and not repeated: in a file without
 * one they would be data. Columns of text are left for a person to say: a reason, a name and a case number look alike.
 */
export function proposeMapping(
  preview: readonly (readonly (string | null)[])[],
  width: number,
  layout = 'my-layout',
): Proposal {
  const first = columnShapes(preview.slice(0, 1), width);
  const header = !first.some((shape) => shape === 'instant' || shape === 'clock' || shape === 'id');
  const shapes = columnShapes(preview.slice(header ? 1 : 0), width);
  const places = (shape: CellShape) => shapes.flatMap((one, index) => (one === shape ? [index + 1] : []));
  const columns: SearchMapping['columns'] = { time: 0 };
  const take = (name: keyof SearchHeaders, place: number | undefined) => {
    if (place !== undefined) columns[name] = place;
  };
  const instants = places('instant');
  const numbers = places('number');
  take('id', idAmong(places('id'), preview.slice(header ? 1 : 0)));
  take('organisation', places('account')[0]);
  take('frame', places('window')[0]);
  take('type', places('search-type')[0]);
  take('networks', numbers[0]);
  take('devices', numbers[1]);
  if (instants.length === 1) take('time', instants[0]);
  else if (instants.length === 3) {
    // Two ends of a window and the search: the window comes first in every layout seen.
    take('frameStart', instants[0]);
    take('frameEnd', instants[1]);
    take('time', instants[2]);
  } else if (instants.length === 0 && places('day').length === 1 && places('clock').length === 1) {
    take('date', places('day')[0]);
    take('time', places('clock')[0]);
  }
  const taken = new Map(Object.entries(columns).map(([name, place]) => [place, name]));
  const listed = shapes.map((shape, index) => ({
    place: index + 1,
    shape,
    taken: taken.get(index + 1) ?? null,
  }));
  if (columns.time === 0) return { columns: listed, mapping: null, yaml: null };
  const mapping: SearchMapping = { layout, title: 'a layout described by hand', header, width, columns };
  return { columns: listed, mapping, yaml: yamlOf(mapping, listed) };
}

/** Of columns of ids that with the fewest repeats: a search has an id of its own, who searched comes back. */
function idAmong(
  places: readonly number[],
  rows: readonly (readonly (string | null)[])[],
): number | undefined {
  const different = (place: number) => new Set(rows.map((row) => row[place - 1])).size;
  return places.toSorted((a, b) => different(b) - different(a))[0];
}

function yamlOf(mapping: SearchMapping, columns: Proposal['columns']): string {
  const open = columns.filter(({ taken, shape }) => taken === null && shape !== 'empty');
  return [
    `layout: ${mapping.layout}`,
    `title: ${mapping.title}`,
    `header: ${mapping.header}`,
    `width: ${mapping.width}`,
    'columns:',
    ...Object.entries(mapping.columns).map(([name, place]) => `  ${name}: ${place}`),
    '# Say which of these holds the organisation, reason, offence, caseNumber, name, user, plate, filters, prompt or',
    '# moderation ("  reason: 7"); leave the others out. Then name this file in counterfoil.yaml: searches: { layouts: [this.yaml] }',
    ...open.map(({ place, shape }) => `#  column ${place}: ${shape}`),
    '',
  ].join('\n');
}

/**
 * A table without a header line, where its columns are beyond doubt: every cell with a form stands where one of the
 * orders that the vendor exports has it, and nothing that has a form stands elsewhere. Anything less certain is left to
 * a mapping file: which text is a reason and which a case number cannot be seen.
 */
export function guessTable({ preview }: EntranceTable): Recognised | null {
  const width = preview[0]?.length ?? 0;
  if (preview.length < 3) return null;
  const shapes = columnShapes(preview, width);
  const fitting = headerlessOrders.filter((order) => inOrder(order, shapes));
  const [order] = fitting;
  if (order === undefined || fitting.length > 1) return null;
  const named = Object.entries(auditHeaders) as [keyof SearchHeaders, string][];
  const columns = Object.fromEntries(
    named.flatMap(([name, header]) => (order.includes(header) ? [[name, order.indexOf(header) + 1]] : [])),
  ) as SearchMapping['columns'];
  return recogniseMapping(
    { layout: 'audit-headerless', title: 'audit log without a header line', header: false, width, columns },
    { preview, width },
  );
}

/** Orders of columns that are known without a header: those of the exports, and of a portal where it has no column of text. */
const headerlessOrders: readonly (readonly string[])[] = [
  ...vendorOrders.map(({ places }) => [...places.keys()]),
  ['id', 'userid', 'search time', 'total networks searched'],
];

/** What the cells under a header may look like; a header of texts may have anything that no other header has. */
const shapesOf: Readonly<Record<string, readonly CellShape[]>> = {
  id: ['id'],
  userid: ['mask', 'id'],
  'total networks searched': ['number'],
  'total devices searched': ['number', 'empty'],
  'time frame': ['window', 'empty'],
  'search time': ['instant'],
  'search type': ['search-type', 'empty'],
};
const textShapes: readonly CellShape[] = ['text', 'mask', 'empty', 'number', 'account'];

/** A first column of texts may be names as well as labels; behind an id or a name it is the organisation, whatever it holds. */
function shapesUnder(header: string, order: readonly string[]): readonly CellShape[] {
  if (header !== 'org name') return shapesOf[header] ?? textShapes;
  return order.indexOf(header) === 0 ? ['account'] : ['account', 'text', 'mask'];
}

function inOrder(order: readonly string[], shapes: readonly CellShape[]): boolean {
  return (
    order.length === shapes.length &&
    order.every((header, at) => shapesUnder(header, order).includes(shapes[at] as CellShape)) &&
    // An id, an account or a window: a table of times and numbers alone may be anything.
    shapes.some((shape) => ['id', 'account', 'window'].includes(shape))
  );
}
