import { type FileHandle, open, stat } from 'node:fs/promises';
import { findShape, type TextShape } from './dialect.ts';
import { decoderOf, type Encoding, guessEncoding } from './encoding.ts';
import { bytesOf, type HeldFile, headOf, type Input } from './input.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type Refusal, refuse } from './refusals.ts';
import { fileZip, heldZip, type ZipBytes } from './zip-bytes.ts';
import { checkZipDirectory, readZipDirectory } from './zip-directory.ts';

/**
 * What a file is, by its content only. `archive` is a zip of files that is no office
 * document; `text` one that only a kind can read (see `Entrance.texts`).
 */
export type Form = 'csv' | 'workbook' | 'archive' | 'json' | 'xml' | 'yaml' | 'text';

export interface Sniffed {
  form: Form;
  /** Of text forms. */
  encoding?: Encoding;
  /** Of `csv`: delimiter, width and the first records. */
  shape?: TextShape;
}

/** Bytes looked at to recognise a text. */
const HEAD = 256 * 1024;

/**
 * Says what the file at `path` is. Its name is never looked at. Zip directories are checked here, so that what comes
 * back as `workbook` or `archive` is within the limits as far as its directory tells.
 * @throws UserError every refusal of `refusals.ts` that a file's bytes can earn
 */
export async function sniff(input: Input, limits: Limits = defaultLimits): Promise<Sniffed> {
  if (typeof input !== 'string') return sniffHeld(input, limits);
  const path = input;
  const found = await stat(path).catch(() => undefined);
  if (!found) throw refuse('unopened', path);
  if (!found.isFile()) throw refuse('not-a-file', path);
  const handle = await open(path, 'r').catch(() => undefined);
  if (!handle) throw refuse('unopened', path);
  try {
    const head = Buffer.alloc(Math.min(HEAD, found.size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const bytes = head.subarray(0, bytesRead);
    if (isZip(bytes)) return { form: await zipForm(fileZip(path), limits) };
    if (isCompound(bytes)) throw refuse(await compoundRefusal(handle, found.size), path);
    return sniffBytes(bytes, bytesRead === found.size, limits, path);
  } finally {
    await handle.close();
  }
}

/**
 * The same for the first bytes of something that is no zip, from wherever they come; `whole` says that there are no
 * more.
 */
export function sniffBytes(
  head: Uint8Array,
  whole: boolean,
  limits: Limits = defaultLimits,
  path?: string,
): Sniffed {
  if (head.length === 0) throw refuse('empty', path);
  if (startsWith(head, '%PDF-')) throw refuse('pdf', path);
  if (isZip(head)) return { form: 'archive' };
  const encoding = guessEncoding(head);
  const wide = encoding.startsWith('utf-16');
  if (!wide && isBinary(head)) throw refuse('binary', path);
  const text = decoderOf(encoding).decode(head, { stream: !whole });
  const start = text.slice(0, 4096).trimStart();
  if (text.trim() === '') throw refuse('empty', path);
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|table|script|div|meta)[\s>]/i.test(start)) {
    throw refuse('html', path);
  }
  if (/^<\?xml[^>]*\?>\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)[\s>]/i.test(start))
    throw refuse('html', path);
  if (/^<(\?xml|!--|[A-Za-z_][\w.:-]*[\s/>])/.test(start)) return { form: 'xml', encoding };
  if (/^\{\s*["}]|^\[\s*[[{"\]\d-]/.test(start)) return { form: 'json', encoding };
  // A typed-in file of ours: its first line says so, and nothing else is taken for YAML.
  if (/^(#[^\n]*\n|\s|---)*counterfoil: \S/.test(start)) return { form: 'yaml', encoding };
  const shape = findShape(text, whole, limits.previewRows);
  if (!shape) throw refuse('no-table', path);
  if (shape.width > limits.columns) throw refuse('too-many-columns', path);
  return { form: 'csv', encoding, shape };
}

/** A zip in a zip is a workbook or an archive; only its directory, at its end, can tell, so that it is held. */
async function sniffHeld(input: HeldFile, limits: Limits): Promise<Sniffed> {
  const { head, whole } = await headOf(input, HEAD);
  if (isCompound(head)) throw refuse('old-workbook', input.name);
  if (!isZip(head)) return sniffBytes(head, whole, limits, input.name);
  if (input.size > limits.workbookBytes) throw refuse('zip-too-large', input.name);
  return { form: await zipForm(heldZip(input.name, await bytesOf(input)), limits) };
}

async function zipForm(zip: ZipBytes, limits: Limits): Promise<Form> {
  const path = zip.name;
  const size = await zip.size();
  const entries = await readZipDirectory(zip, limits);
  const has = (prefix: string) => entries.some((entry) => entry.name.startsWith(prefix));
  if (has('[Content_Types].xml')) {
    if (has('word/') || has('ppt/')) throw refuse('office-document', path);
    if (has('xl/workbook.bin')) throw refuse('other-workbook', path);
  } else if (has('META-INF/manifest.xml') && has('content.xml')) throw refuse('other-workbook', path);
  const workbook = has('[Content_Types].xml') && has('xl/');
  checkZipDirectory(entries, limits, workbook ? limits.inflatedBytes : limits.archiveBytes, path);
  if (workbook && size > limits.workbookBytes) throw refuse('zip-too-large', path);
  return workbook ? 'workbook' : 'archive';
}

/** An OLE compound file holds its stream names as UTF-16 in directory sectors, which may lie anywhere. */
async function compoundRefusal(handle: FileHandle, size: number): Promise<Refusal> {
  const window = 4 * 1024 * 1024;
  const buffer = Buffer.alloc(window);
  let old = false;
  for (let at = 0; at < size; at += window - 64) {
    const { bytesRead } = await handle.read(buffer, 0, window, at);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted-workbook';
    old ||=
      bytes.includes(Buffer.from('Workbook\0', 'utf16le')) ||
      bytes.includes(Buffer.from('Book\0', 'utf16le'));
    if (bytesRead < window) break;
  }
  return old ? 'old-workbook' : 'office-document';
}

function isZip(head: Uint8Array): boolean {
  return startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06') || startsWith(head, 'PK\x07\x08');
}

function isCompound(head: Uint8Array): boolean {
  return startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

/** Control characters that no text holds; single zero bytes are dirt of a CSV, many are not. */
function isBinary(head: Uint8Array): boolean {
  let control = 0;
  let zero = 0;
  for (const byte of head) {
    if (byte === 0) zero += 1;
    else if (
      byte < 32 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 12 &&
      byte !== 26 &&
      byte !== 27
    )
      control += 1;
  }
  return control > head.length / 100 || zero > head.length / 20 || (zero > 0 && control > 4);
}

function startsWith(head: Uint8Array, magic: string): boolean {
  for (let index = 0; index < magic.length; index++)
    if (head[index] !== magic.charCodeAt(index)) return false;
  return true;
}
