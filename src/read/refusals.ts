import { exitCodes, UserError } from '../project/errors.ts';

/**
 * Why a file is refused: code, one plain line, what to do. The texts are fixed: a refusal never holds a cell's
 * text, and never a parser's own message, which may quote one.
 */
export const refusals = {
  empty: ['CF-READ-001', 'the file is empty', 'Download it again from its publisher.'],
  'not-a-file': [
    'CF-READ-002',
    'this is not a regular file',
    'Give the path of a file, not of a folder, pipe or device.',
  ],
  unopened: ['CF-READ-003', 'the file cannot be opened', 'Check that it exists and that you may read it.'],
  'encrypted-workbook': [
    'CF-READ-004',
    'the workbook is encrypted',
    'Open it with its password, save a copy without one, and add the copy.',
  ],
  'old-workbook': [
    'CF-READ-005',
    'this is a workbook in the old .xls format',
    'Save it as .xlsx or CSV and add that.',
  ],
  'office-document': [
    'CF-READ-006',
    'this is a text document or a presentation, not a table',
    'Ask the publisher for the table as .xlsx or CSV.',
  ],
  pdf: ['CF-READ-007', 'this is a PDF', 'Ask the publisher for the table as .xlsx or CSV.'],
  html: [
    'CF-READ-008',
    'this is a web page, not a table',
    'Download the file itself: the address probably led to a page or a login.',
  ],
  'truncated-zip': [
    'CF-READ-009',
    'the file is cut off or damaged: it begins as a workbook or zip, and its end is missing',
    'Download it again and compare the size.',
  ],
  binary: [
    'CF-READ-010',
    'this is a binary file of no known form',
    'Counterfoil reads .xlsx, CSV, zip, JSON and XML.',
  ],
  'no-table': [
    'CF-READ-011',
    'this is text without the shape of a table',
    'Counterfoil reads tables with two or more columns.',
  ],
  'zip-too-large': [
    'CF-READ-012',
    'the file would inflate beyond the limit',
    'Do not open it. If it is what its publisher released, ask for CSV.',
  ],
  'zip-encrypted': ['CF-READ-013', 'the zip is encrypted', 'Unpack it with its password and add the files.'],
  'zip-entries': ['CF-READ-014', 'the zip holds too many entries', 'Unpack it and add the folder.'],
  'zip-path': [
    'CF-READ-015',
    'the zip holds an entry whose name leads outside of it',
    'Do not unpack it. Ask its publisher for a clean one.',
  ],
  'zip-damaged': [
    'CF-READ-016',
    'the zip contradicts itself or is damaged',
    'Download it again; if that does not help, tell its publisher.',
  ],
  'workbook-damaged': [
    'CF-READ-017',
    'the workbook is damaged or not a valid .xlsx',
    'Open it in a spreadsheet program, save it as .xlsx and add that.',
  ],
  'too-slow': [
    'CF-READ-018',
    'reading the file took longer than the limit',
    'Save the sheet as CSV and add that.',
  ],
  'too-much-memory': [
    'CF-READ-019',
    'reading the file took more memory than the limit',
    'Save the sheet as CSV and add that.',
  ],
  'other-workbook': [
    'CF-READ-020',
    'this is a workbook of a kind that is not read (.xlsb or .ods)',
    'Save it as .xlsx or CSV and add that.',
  ],
  'too-many-columns': [
    'CF-READ-021',
    'the table has more columns than the limit',
    'Check that this is the file you meant.',
  ],
  changed: [
    'CF-READ-022',
    'the file changed while it was read',
    'Wait until it is written, then add it again.',
  ],
  'not-opened': [
    'CF-READ-023',
    'the stream of records was never opened',
    'Report this with the command that you ran.',
  ],
  'xml-damaged': [
    'CF-READ-024',
    'the XML is cut off or does not parse',
    'Download it again; if that does not help, tell its publisher.',
  ],
  'xml-declares': [
    'CF-READ-025',
    'the XML declares a document type or entities of its own',
    'Do not open it elsewhere. Download the feed again from its publisher.',
  ],
  'json-damaged': [
    'CF-READ-026',
    'the JSON or YAML is cut off or does not parse',
    'Download it again; if you wrote it yourself, correct it.',
  ],
  'tree-too-large': [
    'CF-READ-027',
    'the JSON or YAML file is larger than the limit',
    'Ask for it in pages, or as CSV.',
  ],
} as const satisfies Record<string, readonly [code: string, message: string, hint: string]>;

export type Refusal = keyof typeof refusals;

/** The error for a refusal; `file` is the path as the user gave it. Exit code `unreadable`. */
export function refuse(refusal: Refusal, file?: string): UserError {
  const [code, message, hint] = refusals[refusal];
  return new UserError(message, {
    code,
    exit: exitCodes.unreadable,
    hint,
    place: file === undefined ? undefined : { file },
  });
}

/** Whether a word from another process names a refusal. */
export function isRefusal(word: unknown): word is Refusal {
  return typeof word === 'string' && Object.hasOwn(refusals, word);
}

/** The refusal of an error made by {@link refuse}, or undefined. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof UserError)) return undefined;
  return (Object.keys(refusals) as Refusal[]).find((key) => refusals[key][0] === error.code);
}
