import { readFile } from 'node:fs/promises';
import type { Limits } from './limits.ts';
import { refusalOf, refuse } from './refusals.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { type SheetScan, scanSheet } from './sheet-scan.ts';
import type { SheetListing, WorkbookAnswer, WorkbookQuestion } from './workbook-messages.ts';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';
import { heldZip, type ZipBytes } from './zip-bytes.ts';

// The process in which workbooks are parsed. It may die of a file: the parent then says so and starts another.

const BATCH = 256;

/** The workbook looked at last. */
let current: {
  path: string;
  bytes: Buffer;
  zip: ZipBytes;
  parts: WorkbookParts;
  scans: Map<number, SheetScan>;
} | null = null;
let rows: AsyncGenerator<SheetRow> | null = null;

process.on('message', (question: WorkbookQuestion) => {
  answer(question).then(
    (reply) => process.send?.(reply),
    (error) => process.send?.({ is: 'refused', refusal: refusalOf(error) ?? 'workbook-damaged' }),
  );
});
process.on('disconnect', () => process.exit(0));

async function answer(question: WorkbookQuestion): Promise<WorkbookAnswer> {
  switch (question.ask) {
    case 'open':
      current = null;
      return list(await load(question.path, question.limits), question.limits);
    case 'rows': {
      await stop();
      const workbook = await load(question.path, question.limits);
      const scan = await scanOf(workbook, question.index, question.limits);
      rows = sheetRows(workbook.bytes, question.index, scan);
      for (let number = 1; number < question.from; number++) if ((await rows.next()).done) break;
      return batch();
    }
    case 'more':
      return batch();
    case 'stop':
      await stop();
      return { is: 'stopped' };
  }
}

async function load(path: string, limits: Limits): Promise<NonNullable<typeof current>> {
  if (current?.path === path) return current;
  // A pipe can be read once: everything else is read from what was held.
  const bytes = await readFile(path);
  const zip = heldZip(path, bytes);
  current = { path, bytes, zip, parts: await readWorkbookParts(zip, limits), scans: new Map() };
  return current;
}

async function scanOf(
  workbook: NonNullable<typeof current>,
  index: number,
  limits: Limits,
): Promise<SheetScan> {
  const known = workbook.scans.get(index);
  if (known) return known;
  const sheet = workbook.parts.sheets.find((part) => part.index === index);
  if (!sheet) throw refuse('workbook-damaged', workbook.path);
  const scan = await scanSheet(workbook.zip, sheet);
  if (scan.width > limits.columns) throw refuse('too-many-columns', workbook.path);
  workbook.scans.set(index, scan);
  return scan;
}

async function list(workbook: NonNullable<typeof current>, limits: Limits): Promise<WorkbookAnswer> {
  const sheets: SheetListing[] = [];
  for (const { name, index } of workbook.parts.sheets) {
    const scan = await scanOf(workbook, index, limits);
    const preview: (string | null)[][] = [];
    for await (const row of sheetRows(workbook.bytes, index, scan, limits.previewRows))
      preview.push(row.cells);
    sheets.push({ name, index, width: scan.width, lastRow: scan.lastRow, preview });
  }
  return { is: 'sheets', sheets, modified: workbook.parts.modified };
}

async function batch(): Promise<WorkbookAnswer> {
  const found: SheetRow[] = [];
  while (rows && found.length < BATCH) {
    const next = await rows.next();
    if (next.done) {
      rows = null;
      break;
    }
    found.push(next.value);
  }
  return { is: 'rows', rows: found, last: rows === null };
}

async function stop(): Promise<void> {
  await rows?.return(undefined);
  rows = null;
}
