import { hashFile } from './count-records.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { bytesOf, chunksOf, headOf, type Input, nameOf } from './input.ts';
import { JsonFault, jsonRecords, yamlRecords } from './json-records.ts';
import type { Limits } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { refuse } from './refusals.ts';
import type { Form } from './sniff.ts';
import { recordElement, TagCount, type TreeRecord, XmlFault, XmlRecords } from './xml-records.ts';

/** What re-reading a file of trees needs. */
export interface TreeSource {
  kind: 'tree';
  form: 'xml' | 'json' | 'yaml';
  /** Of XML: the element that is a record. */
  record: string | null;
  /** Records by a count of tags alone; null where the form has no second way. */
  records: number | null;
}

/** A file of trees looked through once. `table` is null where it holds no record. */
export interface FoundTree {
  sha256: string;
  bytes: number;
  table: { preview: (string | null)[][]; width: number; source: TreeSource } | null;
}

const isTree = (form: Form): form is TreeSource['form'] =>
  form === 'xml' || form === 'json' || form === 'yaml';

export { isTree as isTreeForm };

/** Bytes of XML looked at for the preview. */
const HEAD = 512 * 1024;
const BATCH = 64;

/**
 * Opens a file of trees: hash, the paths of its first records as a header, those records as rows.
 * @throws UserError `xml-damaged`, `xml-declares`, `json-damaged`, `tree-too-large`
 */
export async function openTree(
  input: Input,
  form: TreeSource['form'],
  encoding: Encoding,
  limits: Limits,
): Promise<FoundTree> {
  if (form !== 'xml') return await openDocument(input, form, encoding, limits);
  const head = await firstText(input, encoding);
  try {
    const element = recordElement(head);
    if (element === null) return { ...(await hashFile(input)), table: null };
    const first: TreeRecord[] = [];
    const reading = new XmlRecords(element, (record) => {
      if (first.length < limits.previewRows) first.push(record);
    });
    reading.push(head);
    const count = new TagCount(element);
    const decoder = decoderOf(encoding);
    const hashed = await hashFile(input, (chunk) => count.push(decoder.decode(chunk, { stream: true })));
    count.push(decoder.decode());
    return {
      ...hashed,
      table: tableOf(first, { kind: 'tree', form, record: element, records: count.count }),
    };
  } catch (error) {
    throw asRefusal(error, nameOf(input));
  }
}

async function openDocument(
  input: Input,
  form: 'json' | 'yaml',
  encoding: Encoding,
  limits: Limits,
): Promise<FoundTree> {
  const hashed = await hashFile(input);
  const records = await documentRecords(input, form, encoding, limits, hashed.bytes);
  return {
    ...hashed,
    table: tableOf(records.slice(0, limits.previewRows), { kind: 'tree', form, record: null, records: null }),
  };
}

async function documentRecords(
  input: Input,
  form: 'json' | 'yaml',
  encoding: Encoding,
  limits: Limits,
  bytes: number,
): Promise<TreeRecord[]> {
  if (bytes > limits.documentBytes) throw refuse('tree-too-large', nameOf(input));
  const text = decoderOf(encoding).decode(await bytesOf(input));
  try {
    return form === 'json' ? jsonRecords(text) : yamlRecords(text);
  } catch (error) {
    throw asRefusal(error, nameOf(input));
  }
}

function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof XmlFault) return refuse(error.declares ? 'xml-declares' : 'xml-damaged', path);
  if (error instanceof JsonFault) return refuse('json-damaged', path);
  return error;
}

function tableOf(records: readonly TreeRecord[], source: TreeSource): FoundTree['table'] {
  const paths = [...new Set(records.flatMap((record) => [...record.keys()]))];
  if (paths.length === 0) return null;
  const rows = records.map((record) => paths.map((path) => record.get(path) ?? null));
  return { preview: [paths, ...rows], width: paths.length, source };
}

async function firstText(input: Input, encoding: Encoding): Promise<string> {
  const { head, whole } = await headOf(input, HEAD);
  return decoderOf(encoding).decode(head, { stream: !whole });
}

/**
 * The records of a file of trees as rows with one cell a path, in the order of `paths`. XML is read as it comes, in
 * flat memory; JSON and YAML as a whole, within `documentBytes`.
 */
export async function* treeRows(
  input: Input,
  source: TreeSource,
  encoding: Encoding,
  paths: readonly string[],
  limits: Limits,
): AsyncGenerator<RawRow[]> {
  let row = 0;
  const toRow = (record: TreeRecord): RawRow => {
    row += 1;
    const cells = paths.map((name) => record.get(name) ?? null);
    const long = record.has('!') || cells.some((cell) => cell !== null && cell.length > limits.cellBytes);
    if (long) return { row, line: null, cells: [], reject: 'cell-too-long' };
    if (cells.some((cell) => cell?.includes('\0'))) return { row, line: null, cells: [], reject: 'nul' };
    return { row, line: null, cells };
  };
  if (source.form !== 'xml') {
    const { bytes } = await hashFile(input);
    const records = await documentRecords(input, source.form, encoding, limits, bytes);
    for (let at = 0; at < records.length; at += BATCH) yield records.slice(at, at + BATCH).map(toRow);
    return;
  }
  let batch: RawRow[] = [];
  const reading = new XmlRecords(source.record ?? '', (record) => batch.push(toRow(record)), {
    paths,
    longest: limits.cellBytes,
  });
  const decoder = decoderOf(encoding);
  try {
    for await (const chunk of chunksOf(input)) {
      reading.push(decoder.decode(chunk, { stream: true }));
      if (batch.length > 0) {
        yield batch;
        batch = [];
      }
    }
    reading.push(decoder.decode());
    reading.end();
  } catch (error) {
    throw asRefusal(error, nameOf(input));
  }
  if (batch.length > 0) yield batch;
}
