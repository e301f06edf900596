import { posix } from 'node:path';
import type { Limits } from './limits.ts';
import { refuse } from './refusals.ts';
import { tagsNamed } from './xml-tags.ts';
import type { ZipBytes } from './zip-bytes.ts';
import { checkZipDirectory, readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { zipEntryBytes, zipEntryText } from './zip-entry.ts';

/** A worksheet: `index` among all sheets of the workbook, its part, and its relationships. */
export interface SheetPart {
  name: string;
  index: number;
  entry: ZipEntry;
  /** Targets of hyperlink relationships, by id. */
  links(): Promise<Map<string, string>>;
}

/** The parts of a workbook that are ever read. */
export interface WorkbookParts {
  sheets: SheetPart[];
  /** `dcterms:modified`, as an ISO instant in UTC; no other property is looked at. */
  modified: string | null;
}

const SMALL = 8 * 1024 * 1024;

/**
 * Reads a workbook's list of sheets by its relationships (ECMA-376 part 2, 9.3), and inflates each part that the cell
 * reader will load once, so that a part which lies about its size is refused before it is held.
 * @throws UserError `workbook-damaged` and those of the zip
 */
export async function readWorkbookParts(zip: ZipBytes, limits: Limits): Promise<WorkbookParts> {
  const path = zip.name;
  const entries = await checkedEntries(zip, limits);
  const text = async (name: string) => {
    const entry = entries.get(name);
    return entry ? zipEntryText(zip, entry, SMALL) : '';
  };
  const root = relationships(await text('_rels/.rels'), '');
  const main = root.find((relation) => relation.type === 'officeDocument')?.target;
  if (main === undefined) throw refuse('workbook-damaged', path);
  const related = relationships(await text(relsOf(main)), posix.dirname(main));
  for (const { type, target } of related) {
    const entry = entries.get(target);
    if (entry && (type === 'sharedStrings' || type === 'styles')) await measure(zip, entry);
  }
  const sheets: SheetPart[] = [];
  for (const [index, sheet] of tagsNamed(await text(main), 'sheet').entries()) {
    const id = sheet['r:id'] ?? Object.entries(sheet).find(([key]) => key.endsWith(':id'))?.[1];
    const part = related.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    const entry = part === undefined ? undefined : entries.get(part);
    if (part === undefined || !entry) continue;
    const links = async () => hyperlinkTargets(await linkText(zip, entries.get(relsOf(part))));
    sheets.push({ name: sheet.name ?? '', index, entry, links });
  }
  if (sheets.length === 0) throw refuse('workbook-damaged', path);
  const core = root.find((relation) => relation.type === 'core-properties')?.target;
  return { sheets, modified: core === undefined ? null : modifiedOf(await text(core)) };
}

async function checkedEntries(zip: ZipBytes, limits: Limits): Promise<Map<string, ZipEntry>> {
  const entries = await readZipDirectory(zip, limits);
  checkZipDirectory(entries, limits, limits.inflatedBytes, zip.name);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

async function measure(zip: ZipBytes, entry: ZipEntry): Promise<void> {
  for await (const _ of zipEntryBytes(zip, entry));
}

async function linkText(zip: ZipBytes, entry: ZipEntry | undefined): Promise<string> {
  // A sheet has 65,530 hyperlinks at most, each address 2,079 characters.
  return entry ? zipEntryText(zip, entry, 160 * 1024 * 1024) : '';
}

interface Relation {
  id: string;
  /** The last word of the relationship's type: it is the same in the transitional and the strict form. */
  type: string;
  target: string;
}

function relationships(xml: string, folder: string): Relation[] {
  return tagsNamed(xml, 'Relationship').map((tag) => {
    const target = tag.Target ?? '';
    return {
      id: tag.Id ?? '',
      type: (tag.Type ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target)),
    };
  });
}

function relsOf(part: string): string {
  const folder = posix.dirname(part);
  return posix.join(folder === '.' ? '' : folder, '_rels', `${posix.basename(part)}.rels`);
}

function hyperlinkTargets(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const tag of tagsNamed(xml, 'Relationship')) {
    if (tag.Type?.endsWith('/hyperlink')) found.set(tag.Id ?? '', tag.Target ?? '');
  }
  return found;
}

function modifiedOf(xml: string): string | null {
  const text =
    /<(?:\w+:)?modified\b[^>]*>\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)\s*</.exec(
      xml,
    )?.[1];
  if (text === undefined) return null;
  const time = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace('.000Z', 'Z');
}
