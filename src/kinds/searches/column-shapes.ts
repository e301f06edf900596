import { isAccount } from './account-form.ts';

/** What the filled cells of a column look like. Never a text of one. */
export type CellShape =
  | 'id'
  | 'instant'
  | 'day'
  | 'clock'
  | 'window'
  | 'number'
  | 'account'
  | 'search-type'
  | 'mask'
  | 'text'
  | 'empty';

const stamp = String.raw`\d{1,2}/\d{1,2}/\d{4},? +\d{1,2}:\d{2}(:\d{2})?( [AP]M)?( UTC)?`;
const iso = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?`;

const shapes: readonly [CellShape, Pick<RegExp, 'test'>][] = [
  ['id', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['window', new RegExp(`^(${stamp}|${iso})\\s*(\\n|to|-)\\s*(${stamp}|${iso})$`)],
  ['instant', new RegExp(`^(${stamp}|${iso})$`)],
  ['day', /^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/],
  ['clock', /^\d{1,2}:\d{2}(:\d{2})?( [AP]M)?$/i],
  ['number', /^(\d{1,6}|\d{1,3}(,\d{3})+|[—–-]{1,2})$/],
  ['mask', /^(\*{3,}|#{2,}|\[?redacted\]?|\s*redacted)$/i],
  [
    'search-type',
    /^(lookup|search|convoy|visual|freeform|multigeo|apilookup|searchsummary|mostseenocrvalues)( - mobile)?$/i,
  ],
  ['account', { test: isAccount }],
];

/** The shape that at least nine of ten filled cells of each column have; `text` where none is. */
export function columnShapes(records: readonly (readonly (string | null)[])[], width: number): CellShape[] {
  return Array.from({ length: width }, (_, column) => {
    const cells = records.flatMap((record) => record[column]?.trim() || []);
    if (cells.length === 0) return 'empty';
    const found = shapes.find(
      ([, form]) => cells.filter((cell) => form.test(cell)).length >= cells.length * 0.9,
    );
    return found?.[0] ?? 'text';
  });
}
