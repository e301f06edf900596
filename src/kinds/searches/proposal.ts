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
  take('id', places('id')[0]);
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

function yamlOf(mapping: SearchMapping, columns: Proposal['columns']): string {
  const open = columns.filter(({ taken, shape }) => taken === null && shape !== 'empty');
  return [
    `layout: ${mapping.layout}`,
    `title: ${mapping.title}`,
    `header: ${mapping.header}`,
    `width: ${mapping.width}`,
    'columns:',
    ...Object.entries(mapping.columns).map(([name, place]) => `  ${name}: ${place}`),
    '# Say which of these holds the reason, caseNumber, name, plate, filters, prompt or moderation; leave the others out.',
    ...open.map(({ place, shape }) => `#  column ${place}: ${shape}`),
    '',
  ].join('\n');
}

/**
 * A table without a header line, known by its shapes: an id or an account, a number, a window or a type, and one time.
 * Anything less certain is left to a mapping file.
 */
export function guessTable({ preview }: EntranceTable): Recognised | null {
  const width = preview[0]?.length ?? 0;
  if (preview.length < 3 || width < 4) return null;
  const { mapping } = proposeMapping(preview, width, 'audit-headerless');
  if (!mapping || mapping.header) return null;
  const { id, organisation, networks, frame, type } = mapping.columns;
  const telling = [id, organisation, frame, type].filter((place) => place !== undefined).length;
  if (networks === undefined || telling < 2 || (id === undefined && organisation === undefined)) return null;
  const described = {
    ...mapping,
    title: 'audit log without a header line',
    columns: { ...mapping.columns, ...knownAround(mapping, width) },
  };
  return recogniseMapping(described, { preview, width });
}

/** The vendor's orders are known: where every column with a form stands as in one of them, so do the others. */
function knownAround({ columns }: SearchMapping, width: number): Partial<SearchMapping['columns']> {
  const named = Object.entries(auditHeaders) as [keyof SearchHeaders, string][];
  const order = vendorOrders.find(
    ({ places, width: cells }) =>
      cells === width &&
      (['id', 'organisation', 'networks', 'devices', 'frame', 'time', 'type'] as const).every(
        (name) => (columns[name] ?? 0) === (places.get(auditHeaders[name] as string) ?? -1) + 1,
      ),
  );
  if (!order) return {};
  return Object.fromEntries(
    named.flatMap(([name, header]) => {
      const place = order.places.get(header);
      return place === undefined ? [] : [[name, place + 1]];
    }),
  );
}
