import { canonicalJson, type Json } from '../../project/canonical.ts';
import type { OpenSeal, SealDocument, SealedEdition, SealedEntry, SealedRow } from './document.ts';
import { digest, hex } from './hashes.ts';
import { documentShape, editionsShape, entriesShape, rowShape, type Shape } from './shape.ts';

/** Something that speaks against a seal: a stable code and what it is, in words. */
export interface Problem {
  code: string;
  says: string;
}

/** The signature beside `seal.json`, which therefore cannot list it. */
export const signatureFile = 'seal.note';

/** Files that every seal has. */
export const fixedFiles = [
  'citation.bib',
  'citation.json',
  'citation.txt',
  'editions.json',
  'index.html',
  'journal/checkpoint',
  'journal/entries.json',
];

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/**
 * Takes the files of a seal apart. `missing` are parts that it lists and does not hold: it is then not complete.
 * Everything else that is wrong is a problem: it is then not valid. Null where nothing can be made of it.
 */
export async function openSeal(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ seal: OpenSeal | null; missing: string[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const stop = (code: string, says: string) => ({
    seal: null,
    missing: [],
    problems: [...problems, { code, says }],
  });
  const head = files.get('seal.json');
  if (!head) return { seal: null, missing: ['seal.json'], problems };
  const document = readJson(head, documentShape) as SealDocument | null;
  if (!document) return stop('form', 'seal.json has not the form of a seal, or is not canonical');
  const needed = new Set([
    ...fixedFiles,
    ...document.measures.flatMap((measure) => [measure.sql, ...measure.parts.map((part) => part.file)]),
  ]);
  const { missing, wrong } = await compareFiles(document, files, needed, /^manifests\/[0-9a-f-]+\.json$/);
  problems.push(...wrong);
  if (missing.length > 0) return { seal: null, missing, problems };
  const editions = readJson(files.get('editions.json'), editionsShape) as SealedEdition[] | null;
  const entries = readJson(files.get('journal/entries.json'), entriesShape) as SealedEntry[] | null;
  if (!editions)
    return stop('form', 'editions.json has not the form of a list of editions, or is not canonical');
  if (!entries)
    return stop('form', 'journal/entries.json has not the form of a list of entries, or is not canonical');
  const rows = new Map<string, SealedRow[]>();
  for (const { file } of document.measures.flatMap((measure) => measure.parts)) {
    const read = readLines(files.get(file), rowShape);
    if (!read) return stop('form', `${file} has a line that is not a row, or not canonical`);
    rows.set(file, read);
  }
  return { seal: { document, editions, entries, rows }, missing, problems };
}

/**
 * Compares the files with the list of them in `seal.json`: what is missing, and what is there and should not be.
 *
 * @param needed names that a seal of this form has
 * @param others names that it may have beside these
 */
export async function compareFiles(
  document: Pick<SealDocument, 'files' | 'signer'>,
  files: ReadonlyMap<string, Uint8Array>,
  needed: ReadonlySet<string>,
  others: RegExp | null = null,
): Promise<{ missing: string[]; wrong: Problem[] }> {
  const wrong: Problem[] = [];
  const unlisted = [...needed].filter((name) => !Object.hasOwn(document.files, name));
  for (const name of unlisted) wrong.push({ code: 'unlisted', says: `seal.json does not list ${name}` });
  const missing = [...new Set([...needed, ...Object.keys(document.files)])].filter(
    (name) => !files.has(name),
  );
  if (document.signer !== null && !files.has(signatureFile)) missing.push(signatureFile);
  for (const [name, bytes] of files) {
    if (name === 'seal.json' || (name === signatureFile && document.signer !== null)) continue;
    const listed = Object.hasOwn(document.files, name) ? document.files[name] : undefined;
    if (!listed) wrong.push({ code: 'stranger', says: `${name} is not a part of the seal` });
    else if (listed.bytes !== bytes.length || listed.sha256 !== hex(await digest(bytes))) {
      wrong.push({ code: 'hash', says: `${name} is not the file that seal.json names: its hash differs` });
    }
  }
  for (const name of Object.keys(document.files)) {
    if (!needed.has(name) && !others?.test(name))
      wrong.push({ code: 'stranger', says: `${name} is not a part of a seal` });
  }
  return { missing: missing.sort(), wrong };
}

/** The value of canonical JSON of the right shape, else null. Canonical text has one reading, and none hidden. */
export function readJson(bytes: Uint8Array | undefined, shape: Shape): unknown {
  try {
    const text = decode(bytes as Uint8Array);
    const value: unknown = JSON.parse(text);
    return `${canonicalJson(value as Json)}\n` === text && shape(value) ? value : null;
  } catch {
    return null;
  }
}

/** Lines of canonical JSON, each of the right shape, else null. */
export function readLines<Line = SealedRow>(bytes: Uint8Array | undefined, shape: Shape): Line[] | null {
  try {
    const text = decode(bytes as Uint8Array);
    if (text === '') return [];
    if (!text.endsWith('\n')) return null;
    const rows: Line[] = [];
    for (const line of text.slice(0, -1).split('\n')) {
      const value: unknown = JSON.parse(line);
      if (!shape(value) || canonicalJson(value as Json) !== line) return null;
      rows.push(value as Line);
    }
    return rows;
  } catch {
    return null;
  }
}
