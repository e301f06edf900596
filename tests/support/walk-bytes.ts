import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type CanaryForm, canaryForms } from './canary-forms.ts';
import { databaseText, parquetText } from './table-text.ts';
import { zipEntries } from './zip-entries.ts';

/** A canary that was found: in which file (and which file inside it), and in which form. */
export interface Finding {
  file: string;
  canary: string;
  form: string;
}

/** What a walk saw. `files` counts the files opened, so that a test can tell a clean folder from an empty one. */
export interface Walk {
  findings: Finding[];
  files: string[];
  bytes: number;
}

export interface WalkOptions {
  /** Paths relative to the folder, with `/`, that are left out, e.g. those below `originals/`. */
  skip?: (path: string) => boolean;
}

const deepest = 4;
const zstdMagic = Buffer.from('\x28\xb5\x2f\xfd', 'latin1');

/**
 * Searches every byte of every file below a folder for canaries, in every form of `canaryForms`; file names too, and
 * inside zip, gzip and zstd, and the cells of Parquet and DuckDB files.
 */
export async function walkBytes(
  folder: string,
  canaries: readonly string[],
  options: WalkOptions = {},
): Promise<Walk> {
  const forms = canaries.map((canary) => ({ canary, forms: canaryForms(canary) }));
  const walk: Walk = { findings: [], files: [], bytes: 0 };
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { entry, path } of entries) {
    const name = relative(folder, path).replaceAll('\\', '/');
    if (options.skip?.(name)) continue;
    search(`${name} (its name)`, Buffer.from(name), forms, walk);
    if (entry.isSymbolicLink()) search(`${name} (link)`, Buffer.from(readlinkSync(path)), forms, walk);
    if (!entry.isFile()) continue;
    walk.files.push(name);
    await searchFile(name, readFileSync(path), forms, walk, 0);
  }
  return walk;
}

type Forms = readonly { canary: string; forms: readonly CanaryForm[] }[];

async function searchFile(
  name: string,
  bytes: Buffer,
  forms: Forms,
  walk: Walk,
  depth: number,
): Promise<void> {
  walk.bytes += bytes.length;
  search(name, bytes, forms, walk);
  if (depth === deepest) return;
  for (const inner of await unpack(name, bytes))
    await searchFile(inner.name, inner.bytes, forms, walk, depth + 1);
}

/** What lies packed in a file; nothing for a file that is not a container. A damaged container is an error. */
async function unpack(name: string, bytes: Buffer): Promise<{ name: string; bytes: Buffer }[]> {
  const magic = bytes.toString('latin1', 0, 4);
  if (magic === 'PK\x03\x04')
    return zipEntries(bytes).flatMap((entry) => [
      { name: `${name}!${entry.name}`, bytes: entry.bytes },
      { name: `${name}!${entry.name} (its name)`, bytes: Buffer.from(entry.name) },
    ]);
  if (magic.startsWith('\x1f\x8b')) return [{ name: `${name}!gunzip`, bytes: gunzipSync(bytes) }];
  if (magic === '\x28\xb5\x2f\xfd') return [{ name: `${name}!unzstd`, bytes: zstdDecompressSync(bytes) }];
  // A Parquet file that a kill left without its end: no engine reads it, and its pages are read one by one.
  if (magic === 'PAR1' && bytes.toString('latin1', bytes.length - 4) !== 'PAR1')
    return [{ name: `${name}!pages`, bytes: tornPages(bytes) }];
  if (magic === 'PAR1') return [{ name: `${name}!cells`, bytes: await cells(bytes, parquetText) }];
  if (bytes.toString('latin1', 8, 12) === 'DUCK')
    return [{ name: `${name}!cells`, bytes: await cells(bytes, databaseText) }];
  return [];
}

/** Every zstd frame in the bytes, unpacked as far as it is whole. */
function tornPages(bytes: Buffer): Buffer {
  const pages: Buffer[] = [];
  for (let at = bytes.indexOf(zstdMagic); at >= 0; at = bytes.indexOf(zstdMagic, at + 1)) {
    try {
      pages.push(zstdDecompressSync(bytes.subarray(at)));
    } catch {
      // Four bytes that only look like the start of a frame, or a frame that was cut: its packed bytes are searched as they are.
    }
  }
  return Buffer.concat(pages);
}

/** The cells of a table file; a copy is read, so that a file inside a zip and a file in use are read alike. */
async function cells(bytes: Buffer, read: (path: string) => Promise<string>): Promise<Buffer> {
  const folder = mkdtempSync(join(process.env.COUNTERFOIL_TEST_TMP ?? tmpdir(), 'cells-'));
  try {
    writeFileSync(join(folder, 'table'), bytes);
    return Buffer.from(await read(join(folder, 'table')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function search(file: string, bytes: Buffer, forms: Forms, walk: Walk): void {
  const text = bytes.toString('latin1');
  const lower = text.toLowerCase();
  for (const { canary, forms: all } of forms) {
    for (const { form, needle, exact } of all) {
      if ((exact ? text : lower).includes(needle)) walk.findings.push({ file, canary, form });
    }
  }
}
