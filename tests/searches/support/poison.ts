import { workbook, zip } from '../../read/support/zip.ts';

/** Invented persons, plates, addresses and case numbers. None may be in a byte that the program writes or shows. */
export const canaries = [
  '8ZQX417',
  'Zebulon Quarrelmere',
  'z.quarrelmere@example.invalid',
  '25-ZQ0099887',
  'Quarrelmere',
  'zq7secretprompt',
  '555-0142-7781',
  '1971-ZQ-04',
];

const header =
  'ID, Name, Org Name, Total Networks Searched, Total Devices Searched, Time Frame, License Plate, Reason, Case #, Filters, Search Time, Search Type, Text Prompt, Moderation'.split(
    ',',
  );

const good = (n: number): string[] => [
  `07bc3280-672d-4342-818d-e93e5c2c${1000 + (n % 9000)}`,
  '***',
  'Exampleton CA PD',
  String(12 + n),
  '144',
  '01/01/2025, 01:00:00 AM UTC\n01/02/2025, 01:00:00 AM UTC',
  '***',
  'stolen vehicle',
  '25-1',
  '',
  `01/02/2025, 0${(n % 9) + 1}:00:00 AM UTC`,
  'lookup',
  '',
  '',
];

const ranked = [
  'Sgt Quarrelmere TX PD',
  'Quarrelmere Sgt. TX PD',
  'Trooper Quarrelmere TX DPS',
  'TX Trooper Quarrelmere DPS',
  'TX DPS Quarrelmere',
  'Quarrelmere Texas DPS',
];

/**
 * One row for each column and canary: the canary alone, behind the cell's own text, and before it. A single surname
 * before an account cannot be told from a place of two words: that one case is left out.
 */
function poisonedRows(): string[][] {
  const rows: string[][] = [];
  for (const column of good(0).keys()) {
    for (const canary of canaries) {
      const spoils = [() => canary, (own: string) => `${own} ${canary}`, (own: string) => `${canary} ${own}`];
      for (const spoil of spoils.slice(0, column === 2 && /^[A-Z][a-z]+$/.test(canary) ? 2 : 3))
        rows.push(good(rows.length).map((cell, index) => (index === column ? spoil(cell) : cell)));
    }
  }
  // With a rank, whatever stands behind it; and beside the agency of a state.
  for (const label of ranked) rows.push(good(rows.length).map((cell, index) => (index === 2 ? label : cell)));
  return rows;
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`;
const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letter = (index: number) => String.fromCharCode(65 + index);

function sheet(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map(
            (cell, column) =>
              `<c r="${letter(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${inXml(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
}

/** The text layer of a printed log: the columns that such prints have, cells side by side. */
function printed(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => {
    const [id, , organisation, networks, devices, frame = '', , reason, , , time, type] = row;
    return [id, organisation, networks, devices, frame.replace('\n', ' '), reason, time, type].join(' ');
  });
  const head =
    'ID Org Name Total Networks Searched Total Devices Searched Time Frame Reason Search Time Search Type';
  return [head, ...lines, ...canaries, ''].join('\n');
}

const [plate, officer, mail, caseNumber] = canaries as [string, string, string, string];

/** A workbook with canaries in cells, the name of its sheet, its properties and its links. */
function book(rows: readonly (readonly string[])[]): Buffer {
  const links = `<hyperlinks><hyperlink ref="H2" r:id="l1"/></hyperlinks>`;
  const relation = `<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:${mail}" TargetMode="External"/>`;
  const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>${officer}</dc:creator><dc:title>${plate}</dc:title><dcterms:modified>2026-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>`;
  return workbook(sheet(rows), { after: links, rels: relation, core, sheetName: `${officer} ${plate}` });
}

/** Files of every form with canaries in every place, by name; names hold canaries too. */
export function poisonedFiles(): Map<string, Buffer> {
  const rows = poisonedRows();
  const text = csv([header, ...rows]);
  const withMark = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
  const wide = Buffer.from(text, 'utf16le');
  const shifted = Array.from({ length: 6 }, (_, n) => {
    const cells = good(n + 1);
    return [...cells.slice(0, 7), officer, ...cells.slice(7)];
  });
  const objects = rows
    .slice(0, 20)
    .map((row) => Object.fromEntries(header.map((name, index) => [name.trim(), row[index]])));
  const logs: [string, Buffer][] = [
    ['plain.csv', Buffer.from(text)],
    [`${officer} ${plate} Network-Audit.csv`, Buffer.from(csv([header, ...rows.slice(0, 60)]))],
    [`${officer} Exampleton CA PD-Network-Audit.csv`, Buffer.from(csv([header, ...rows.slice(0, 20)]))],
    ['utf16le.csv', withMark([0xff, 0xfe], wide)],
    ['utf16be.csv', withMark([0xfe, 0xff], Buffer.from(wide).swap16())],
    ['latin.csv', Buffer.from(text.replace('stolen', '\u00e9tol'), 'latin1')],
    ['crlf.csv', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['no-header.csv', Buffer.from(csv([...Array.from({ length: 50 }, (_, n) => good(n)), ...rows]))],
    [
      'header.csv',
      Buffer.from(
        csv([[...header, officer, plate, mail], ...rows.map((row) => [...row, plate, caseNumber, officer])]),
      ),
    ],
    [
      'shifted.csv',
      Buffer.from(csv([header, ...Array.from({ length: 30 }, (_, n) => good(n)), ...shifted, ...rows])),
    ],
    [
      'stacked.csv',
      Buffer.from(
        csv([
          header,
          ...rows.slice(0, 40),
          [...header].reverse(),
          ...rows.slice(0, 40).map((row) => [...row].reverse()),
        ]),
      ),
    ],
    [
      'broken.csv',
      Buffer.from(
        `${text}${good(1).map(quote).join(',')},"${officer}\n"${plate}" x,${mail}\n${canaries.join(',')}\n"${officer}`,
      ),
    ],
    [
      'audit_pdf-text-layer_p1.txt',
      Buffer.from(printed([...Array.from({ length: 40 }, (_, n) => good(n)), ...rows])),
    ],
    ['book.xlsx', book([header, ...rows])],
    ['torn.xlsx', book([header, ...rows]).subarray(0, 3000)],
    [
      'portal.csv',
      Buffer.from(
        csv([
          ['id', 'userId', 'searchDate', 'networkCount', 'reason', 'caseNumber', 'offenseType'],
          ...rows.map(
            (row) =>
              [row[0], officer, '2026-03-10T04:31:52.901Z', '12', row[7], caseNumber, row[8]] as string[],
          ),
        ]),
      ),
    ],
    [
      'event-logs.csv',
      Buffer.from(
        csv([
          ['event id', 'timestamp', 'user', 'event type', 'entity type', 'entity details'],
          ...canaries.map((canary, n) => [String(n), '2025-01-01', officer, 'UPDATE', 'hotlist', canary]),
        ]),
      ),
    ],
    [
      'unknown.csv',
      Buffer.from(
        csv([['who', 'what', 'when'], ...canaries.map((canary) => [officer, canary, '2025-01-01'])]),
      ),
    ],
    ['log.ndjson', Buffer.from(`${objects.map((one) => JSON.stringify(one)).join('\n')}\n`)],
    ['log.json', Buffer.from(JSON.stringify(objects))],
    [
      'log.xml',
      Buffer.from(
        `<log>${canaries.map((canary) => `<search who="${officer}">${inXml(canary)}</search>`).join('')}</log>`,
      ),
    ],
    [
      'printed.txt',
      Buffer.from(
        `ID Org Name Total Networks Searched Total Devices Searched Time Frame Reason Search Time Search Type Moderation\n${rows
          .slice(0, 60)
          .map(
            (row) =>
              `${row[0]} ${row[2]} 12 144 01/01/2025, 01:00:00 AM UTC 01/02/2025, 01:00:00 AM UTC ${row[7]} ${row[10]} lookup allow`,
          )
          .join('\n')}\n`,
      ),
    ],
  ];
  const inside = logs.map(([name, data]) => ({ name: `${plate}/${name}`, data }));
  return new Map([...logs, ['all.zip', zip([...inside, { name: 'nested.zip', data: zip(inside) }])]]);
}
