import type { RawRow } from '../../read/raw-row.ts';

/**
 * The text layer of an audit log that was printed to PDF. Cells are wrapped over lines and ids run into what stands
 * before them, so that lines mean nothing: a record begins where a search id does. What is read is what the layout
 * `audit-9` has, in its order.
 */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const stamp = String.raw`\d{1,2}/\d{1,2}/\d{4},? \d{1,2}:\d{2}:\d{2} [AP]M UTC`;
const record = new RegExp(
  `^(${uuid}) (.+?) (\\d+) (\\d+|[—-]+) (${stamp}) (${stamp})(?: (.*?))? ?(${stamp}) ([A-Za-z]+(?: - Mobile)?)(?: (allow|warn|block))?( .*)?$`,
);

/** The header line of such a text, with any white space between its names. */
const header =
  /^\s*ID\s+Org\s+Name\s+Total\s+Networks\s+Searched\s+Total\s+Devices\s+Searched\s+Time\s+Frame\s+Reason\s+Search\s+Time\s+Search\s+Type(\s+Moderation)?\s/;

/** The columns of every row, as a header record. */
export const textLayerHeader = [
  'ID',
  'Org Name',
  'Total Networks Searched',
  'Total Devices Searched',
  'Time Frame Start',
  'Time Frame End',
  'Reason',
  'Search Time',
  'Search Type',
  'Moderation',
];

/** Whether a text begins as one. */
export function isTextLayer(head: string): boolean {
  return header.test(head);
}

/** Searches in a text, counted by ids alone: what the rows are held to. */
export function countIds(text: string): number {
  return text.match(new RegExp(uuid, 'g'))?.length ?? 0;
}

/**
 * The rows of a text layer. One that is damaged (a cell lost, another record's text in between) is rejected with its
 * place. `line` is the physical line on which its id begins.
 */
export function* textLayerRows(text: string): Generator<RawRow> {
  const body = text.replace(header, (found) => found.replace(/[^\n]/g, ' '));
  const starts = [...body.matchAll(new RegExp(uuid, 'g'))].map((found) => found.index);
  let line = 1;
  let at = 0;
  for (const [index, start] of starts.entries()) {
    for (; at < start; at += 1) if (body[at] === '\n') line += 1;
    const flat = joined(body.slice(start, starts[index + 1] ?? body.length));
    const found = record.exec(flat);
    if (!found || found[11]?.trim()) {
      yield { row: index + 1, line, cells: [], reject: 'shifted-cells' };
      continue;
    }
    const [, id, org, networks, devices, from, to, reason, time, type, moderation] = found;
    yield {
      row: index + 1,
      line,
      cells: [id, org, networks, devices, from, to, reason, time, type, moderation].map(
        (cell) => cell?.trim() || null,
      ),
    };
  }
}

/** A record's text on one line. */
function joined(text: string): string {
  return text.replace(/[\f\r\n\t ]+/g, ' ').trim();
}
