import { TextDecoder } from 'node:util';
import { unwrapLink } from './links.ts';
import type { SheetPart } from './workbook-parts.ts';
import { TagScanner } from './xml-tags.ts';
import type { ZipBytes } from './zip-bytes.ts';
import { zipEntryBytes } from './zip-entry.ts';

/** What one pass over a sheet's XML tells beside its cells. */
export interface SheetScan {
  /** Columns from A to the last one that any cell stands in, empty formatted ones included. */
  width: number;
  /** The last row with a cell, 1-based. */
  lastRow: number;
  /** Unwrapped link targets by {@link cellKey}. */
  links: Map<number, string>;
}

/** One number for a cell: 1-based row, 0-based column. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** Cells that one hyperlink element may cover; a link over whole columns is none of a cell. */
const LINK_CELLS = 10_000;

/** Scans a sheet for its extent and its hyperlinks: `<hyperlink>` elements and `HYPERLINK(…)` formulas. */
export async function scanSheet(zip: ZipBytes, sheet: SheetPart): Promise<SheetScan> {
  const targets = await sheet.links();
  const scan: SheetScan = { width: 0, lastRow: 0, links: new Map() };
  const unwrapped = new Map<string, string | null>();
  const link = (row: number, column: number, target: string) => {
    let address = unwrapped.get(target);
    if (address === undefined) {
      address = unwrapLink(target);
      unwrapped.set(target, address);
    }
    if (address !== null) scan.links.set(cellKey(row, column), address);
  };
  let row = 0;
  let column = -1;
  let formula = '';
  const handler = {
    wantsText: false,
    open(name: string, attributes: () => Record<string, string>) {
      if (handler.wantsText) endFormula();
      if (name === 'c') {
        const ref = attributes().r;
        const place = ref === undefined ? null : parseRef(ref);
        if (place) ({ row, column } = place);
        else column += 1;
        if (column >= scan.width) scan.width = column + 1;
        if (row > scan.lastRow) scan.lastRow = row;
      } else if (name === 'row') {
        const r = Number(attributes().r);
        row = Number.isInteger(r) && r > 0 ? r : row + 1;
        column = -1;
      } else if (name === 'f') handler.wantsText = true;
      else if (name === 'hyperlink') {
        const tag = attributes();
        const id = Object.entries(tag).find(([key]) => key.endsWith(':id'))?.[1];
        const target = id === undefined ? undefined : targets.get(id);
        if (target !== undefined)
          for (const cell of cellsOf(tag.ref ?? '')) link(cell.row, cell.column, target);
      }
    },
    text(text: string) {
      if (formula.length < 8192) formula += text;
    },
  };
  const endFormula = () => {
    handler.wantsText = false;
    const target = /^=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula)?.[1];
    if (target !== undefined) link(row, column, target.replaceAll('""', '"'));
    formula = '';
  };
  const scanner = new TagScanner(handler);
  const decoder = new TextDecoder();
  for await (const bytes of zipEntryBytes(zip, sheet.entry))
    scanner.push(decoder.decode(bytes, { stream: true }));
  scanner.push(decoder.decode());
  return scan;
}

function* cellsOf(ref: string): Generator<{ row: number; column: number }> {
  const [from, to] = ref.split(':').map(parseRef);
  if (!from) return;
  const last = to ?? from;
  if ((last.row - from.row + 1) * (last.column - from.column + 1) > LINK_CELLS) return;
  for (let row = from.row; row <= last.row; row++) {
    for (let column = from.column; column <= last.column; column++) yield { row, column };
  }
}

function parseRef(ref: string): { row: number; column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < ref.length; at++) {
    const code = ref.charCodeAt(at);
    if (code === 36) continue;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(ref.slice(at).replace('$', ''));
  return column > 0 && column <= 16_384 && Number.isInteger(row) && row > 0
    ? { row, column: column - 1 }
    : null;
}
