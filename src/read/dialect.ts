import { parseRecords } from './csv-records.ts';

/** How a CSV separates. The quote is always `"`, doubled inside quotes; records end at LF, CRLF, or a lone CR. */
export interface Dialect {
  delimiter: string;
  newline: 'lf' | 'cr';
}

/** What the first records of a text look like. */
export interface TextShape {
  dialect: Dialect;
  /** Columns: the commonest number of cells among the records looked at. */
  width: number;
  records: { line: number; cells: (string | null)[] }[];
}

/**
 * The delimiter under which the beginning of a text has the shape of a table, and its first records; null where no
 * delimiter gives most records the same two or more cells. `whole` says that the text is all there is: otherwise the
 * last record may be cut off and is left out.
 */
export function findShape(text: string, whole: boolean, most: number): TextShape | null {
  let best: (TextShape & { score: number }) | null = null;
  const newline = !text.includes('\n') && text.includes('\r') ? 'cr' : 'lf';
  for (const delimiter of [',', '\t', ';', '|']) {
    const dialect: Dialect = { delimiter, newline };
    const records = parseRecords(text, dialect);
    if (!whole && records.length > 1) records.pop();
    const filled = records.filter((record) => record.cells.some((cell) => cell !== null));
    const { width, share } = commonest(filled.map((record) => record.cells.length));
    const score = share * Math.log2(width + 1);
    if (width < 2 || share < 0.6 || (best && best.score >= score)) continue;
    best = { dialect, width, records: records.slice(0, most), score };
  }
  return best;
}

/** Cells that both parts of a stacked file have at least, and records. */
const stackedWidth = 4;
const stackedRecords = 3;

/** The commonest width and the share of records that have it, or, where two tables stand in one file, theirs together. */
function commonest(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (!first) return { width: 0, share: 0 };
  const [width, count] = first;
  const stacked =
    second !== undefined &&
    Math.min(width, second[0]) >= stackedWidth &&
    second[1] >= stackedRecords &&
    count + second[1] >= widths.length * 0.9;
  return { width, share: (count + (stacked ? second[1] : 0)) / widths.length };
}
