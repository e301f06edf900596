import { canonicalJson, type Json } from '../../src/project/canonical.ts';
import { statementOf } from '../../src/seals/portable/check.ts';
import { citations } from '../../src/seals/portable/citation.ts';
import type {
  SealDocument,
  SealedEdition,
  SealedEntry,
  SealedRow,
} from '../../src/seals/portable/document.ts';
import { digest, hex } from '../../src/seals/portable/hashes.ts';
import { openSeal } from '../../src/seals/portable/open.ts';
import { type PageForm, sealPage } from '../../src/seals/portable/page.ts';
import { readZip, writeZip } from '../../src/seals/portable/zip.ts';

/** A seal in the hands of somebody who wants it to say something else. */
export interface Parts {
  document: SealDocument;
  editions: SealedEdition[];
  entries: SealedEntry[];
  rows: Map<string, SealedRow[]>;
  files: Map<string, Uint8Array>;
}

const encode = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => encode(`${canonicalJson(value as Json)}\n`);

export function filesOf(seal: Uint8Array): Map<string, Uint8Array> {
  const read = readZip(seal);
  if ('problem' in read) throw new Error(read.problem);
  return read.files;
}

/** Changes single files and leaves everything else as it was. */
export function withFiles(seal: Uint8Array, change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = filesOf(seal);
  change(files);
  return writeZip(files);
}

/**
 * Changes the content and then makes everything again that follows from it: statement, page, citations, hashes, zip.
 * What is still refused is refused for what it says, not for a hash that was forgotten.
 */
export async function remade(
  seal: Uint8Array,
  change: (parts: Parts) => void,
  keep: { pages?: boolean; statement?: boolean; form?: PageForm } = {},
): Promise<Uint8Array> {
  const files = filesOf(seal);
  const opened = (await openSeal(files)).seal;
  if (!opened) throw new Error('not a seal');
  const parts: Parts = structuredClone({ ...opened, rows: new Map(opened.rows), files });
  change(parts);
  const { document, editions, entries, rows } = parts;
  if (!keep.statement) document.statement = statementOf({ document });
  parts.files.set('editions.json', json(editions));
  parts.files.set('journal/entries.json', json(entries));
  for (const [name, lines] of rows)
    parts.files.set(name, encode(lines.map((row) => `${canonicalJson(row as unknown as Json)}\n`).join('')));
  if (!keep.pages) {
    const sql = new Map(
      document.measures.map((measure) => [
        measure.sql,
        new TextDecoder().decode(parts.files.get(measure.sql)),
      ]),
    );
    for (const [name, text] of citations(document, editions)) parts.files.set(name, encode(text));
    parts.files.set('index.html', encode(sealPage({ document, editions, entries, rows }, sql, keep.form)));
  }
  document.files = {};
  for (const [name, bytes] of parts.files) {
    if (name !== 'seal.json' && name !== 'seal.note')
      document.files[name] = { sha256: hex(await digest(bytes)), bytes: bytes.length };
  }
  parts.files.set('seal.json', json(document));
  return writeZip(parts.files);
}
