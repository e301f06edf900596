import { realpathSync, statSync } from 'node:fs';
import type { Entrance, Registry } from '../figures/kind.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { hashFile } from '../read/count-records.ts';
import { type FoundFile, type FoundTable, openFile } from '../read/file.ts';
import { bytesOf, headOf, type Input } from '../read/input.ts';
import { bindPaths, foldHeader, type Recognised, recognise } from '../read/layout.ts';
import type { Reader } from '../read/reader.ts';
import { refusalOf } from '../read/refusals.ts';

/** A table of a file with the layout that reads it. */
export interface RecognisedTable {
  table: FoundTable;
  layout: Recognised;
}

/**
 * Opens a file and finds the layout of each of its tables; a table that no layout knows is left out.
 *
 * @param shown the file's name, as it may be shown
 * @throws UserError where the file cannot be read, or holds a table that a kind never lets in
 */
export async function recogniseTables(
  given: Input,
  reader: Reader,
  registry: Registry,
  shown: string,
): Promise<{ found: FoundFile; recognised: RecognisedTable[] }> {
  const layoutsOf = (found: FoundFile) => {
    refuseTables(found, registry, shown);
    const recognised = found.tables.flatMap((table): RecognisedTable[] => {
      const layout =
        described(table, registry, shown) ??
        recognise(table.preview, registry.layouts) ??
        guess(table, registry);
      if (!layout) return [];
      return [{ table, layout: table.source.kind === 'tree' ? bindPaths(layout) : layout }];
    });
    return { found, recognised };
  };
  let opened: ReturnType<typeof layoutsOf> | null = null;
  let refused: unknown;
  try {
    opened = layoutsOf(await openFile(given, reader));
  } catch (error) {
    if (refusalOf(error) !== 'no-table') throw error;
    refused = error;
  }
  if (opened && (opened.recognised.length > 0 || opened.found.form !== 'csv')) return opened;
  // A text that is no table, or that only looks like one (each of its times has a comma), may be one that a kind reads.
  const text = await openText(given, registry);
  if (text) return layoutsOf(text);
  if (opened) return opened;
  throw refused;
}

/** What a kind says of files at the door. */
export function entranceOf(registry: Registry, kind: string): Entrance | undefined {
  return registry.kinds.find((one) => one.id === kind)?.entrance;
}

/** Bytes of a text that is held in memory as a whole. */
const longestText = 256 * 1024 * 1024;

/** A text that a kind reads; null where there is no such kind. */
async function openText(input: Input, registry: Registry): Promise<FoundFile | null> {
  if ((typeof input === 'string' ? statSync(input).size : input.size) > longestText) return null;
  const { head } = await headOf(input, 4096);
  const reader = registry.kinds
    .flatMap((kind) => kind.entrance?.texts ?? [])
    .find((one) => one.recognises(head.toString('utf8')));
  if (!reader) return null;
  const text = (await bytesOf(input)).toString('utf8');
  const rows = () => reader.rows(text);
  const table: FoundTable = {
    sheet: null,
    preview: [[...reader.header]],
    width: reader.header.length,
    source: { kind: 'rows', rows, records: reader.count(text) },
  };
  return {
    path: typeof input === 'string' ? realpathSync(input) : input.name,
    input,
    form: 'text',
    ...(await hashFile(input)),
    modified: null,
    tables: [table],
  };
}

/** Throws where a table is one that a kind never lets in, wherever in the preview its header stands. */
function refuseTables(found: FoundFile, registry: Registry, file: string): void {
  const rules = registry.kinds.flatMap((kind) => kind.entrance?.refuses ?? []);
  for (const cells of found.tables.flatMap((table) => table.preview)) {
    const headers = new Set(cells.map(foldHeader));
    const rule = rules.find(
      ({ requires, forbids }) =>
        requires.every((header) => headers.has(header)) && !forbids.some((header) => headers.has(header)),
    );
    if (rule)
      throw new UserError(rule.message, {
        code: rule.code,
        exit: exitCodes.unreadable,
        place: { file },
        hint: rule.hint,
      });
  }
}

function guess(table: FoundTable, registry: Registry): Recognised | null {
  for (const kind of registry.kinds) {
    const found = kind.entrance?.guess?.(table);
    if (found) return found;
  }
  return null;
}

function described(table: FoundTable, registry: Registry, name: string): Recognised | null {
  for (const kind of registry.kinds) {
    const found = kind.entrance?.described?.(table, name);
    if (found) return found;
  }
  return null;
}
