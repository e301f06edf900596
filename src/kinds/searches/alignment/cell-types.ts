/**
 * What a cell of a column looks like, by the column's header. `yes` speaks for the column, `no` against it; `maybe`
 * says nothing: a blank, a mask, or a column that holds any text.
 */
export type Fit = 'yes' | 'no' | 'maybe';

const stamp = String.raw`\d{1,2}\/\d{1,2}\/\d{4},? +\d{1,2}:\d{2}(:\d{2})?( [AP]M)?( UTC)?`;
const iso = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?`;
const instant = new RegExp(`^\\s*(${stamp}|${iso})\\s*$`);
const window = new RegExp(`^\\s*(${stamp}|${iso})\\s*(\\n|\\r\\n|to|-)\\s*(${stamp}|${iso})\\s*$`);
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const number = /^\s*(\d{1,6}|\d{1,3}(,\d{3})+)\s*$/;
const type =
  /^\s*(lookup|search|convoy|visual|freeform|multigeo|apilookup|searchsummary|mostseenocrvalues)( - mobile)?\s*$/i;
const mask = /^\s*(\*{3,}|(\* )+\*?|#+|\[?redacted\]?)\s*$/i;

const forms: Readonly<Record<string, RegExp>> = {
  id,
  'total networks searched': number,
  'total devices searched': /^\s*(\d{1,7}|\d{1,3}(,\d{3})+|[—–-]{1,2})\s*$/,
  'time frame': window,
  'time frame start': instant,
  'time frame end': instant,
  'search time': new RegExp(`${instant.source}|^\\s*\\d{1,2}:\\d{2}(:\\d{2})?( [AP]M)?( UTC)?\\s*$`),
  'search date': /^\s*(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})\s*$/,
  'search type': type,
};

/** Whether a cell is blank. */
export function isBlank(cell: string | null | undefined): boolean {
  return cell === null || cell === undefined || cell.trim() === '';
}

/** Whether a cell is blacked out. */
export function isMask(cell: string | null | undefined): boolean {
  return typeof cell === 'string' && mask.test(cell);
}

/** How well a cell fits under a header. */
export function fitOf(header: string, cell: string | null | undefined): Fit {
  if (isBlank(cell) || isMask(cell)) return 'maybe';
  const form = forms[header];
  if (form) return form.test(cell as string) ? 'yes' : 'no';
  // Any text may stand in the others, but not what can only be of a column with a form.
  return instant.test(cell as string) || window.test(cell as string) || id.test(cell as string)
    ? 'no'
    : 'maybe';
}

/** Whether the cells of a column have a form of their own. */
export function hasForm(header: string): boolean {
  return header in forms;
}

/** Columns with a form that a search has filled, where its log has them. */
const telling = ['id', 'total networks searched', 'time frame', 'search time', 'search type'];

/**
 * Whether a row is a search under these headers, beyond doubt: every cell that has a form is there and has it, at least
 * three of them, and nothing speaks against another.
 */
export function isSearch(
  cellOf: (header: string) => string | null | undefined,
  headers: readonly string[],
): boolean {
  if (headers.some((header) => fitOf(header, cellOf(header)) === 'no')) return false;
  const formed = telling.filter((header) => headers.includes(header));
  return (
    formed.length >= 3 &&
    headers.includes('search time') &&
    formed.every((header) => fitOf(header, cellOf(header)) === 'yes')
  );
}
