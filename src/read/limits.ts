/**
 * What reading one file may cost. Every reader takes these; nothing below this floor holds a limit of its own.
 * A file beyond a limit is refused as a whole, a record beyond one is rejected and counted.
 */
export interface Limits {
  /** Bytes that a workbook may inflate to, all parts together. */
  inflatedBytes: number;
  /** Bytes that a plain zip of record files may inflate to; its entries are streamed, never held. */
  archiveBytes: number;
  /** Inflated bytes for each compressed byte of one zip entry (entries under `ratioFloor` are not judged). */
  ratio: number;
  /** Inflated bytes below which a zip entry's ratio says nothing. */
  ratioFloor: number;
  zipEntries: number;
  /** Bytes of a workbook file as released: it is read into the child's memory. */
  workbookBytes: number;
  /** Bytes of a JSON or YAML file: it is read as a whole. */
  documentBytes: number;
  /** Bytes of one cell's text; a longer one rejects its row. */
  cellBytes: number;
  /** Bytes of one CSV record, line breaks included; also the engine's `max_line_size`. Wide on purpose: a record is bounded so that one open quote cannot swallow a file. */
  maxLineBytes: number;
  columns: number;
  /** Bytes of a CSV from which on a reading with patience is done in parts. */
  partsFrom: number;
  /** Rows of such a part: the engine keeps what it reads from a pipe until its query ends. */
  partRows: number;
  /** Rejects listed with their places; the rest is counted. */
  rejects: number;
  /** Records of the preview. */
  previewRows: number;
  /** Seconds that the child may work on one file, waiting for the engine not counted. */
  fileSeconds: number;
  /** Seconds until the engine has to open a stream that was made for it. */
  openSeconds: number;
  /** Megabytes of the child's JavaScript heap. */
  childHeapMegabytes: number;
  /** Megabytes of the child's resident memory; seen every 100 ms where the system tells (Linux). */
  childResidentMegabytes: number;
}

export const defaultLimits: Limits = {
  inflatedBytes: 200 * 1024 * 1024,
  archiveBytes: 64 * 1024 ** 3,
  ratio: 200,
  ratioFloor: 4 * 1024 * 1024,
  zipEntries: 10_000,
  workbookBytes: 100 * 1024 * 1024,
  documentBytes: 128 * 1024 * 1024,
  cellBytes: 256 * 1024,
  maxLineBytes: 1024 * 1024,
  columns: 2_000,
  partsFrom: 256 * 1024 * 1024,
  partRows: 500_000,
  rejects: 100_000,
  previewRows: 40,
  fileSeconds: 120,
  openSeconds: 60,
  childHeapMegabytes: 512,
  childResidentMegabytes: 900,
};
