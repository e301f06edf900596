import { raw } from 'hono/html';
import { sparkline } from '../charts/sparkline.ts';
import { Accounting } from '../components/accounting.tsx';
import { BigTable } from '../components/big-table.tsx';
import { Caveats } from '../components/caveats.tsx';
import { CopyText } from '../components/copy-text.tsx';
import { DataFiles } from '../components/data-files.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { EditionCard } from '../components/edition-card.tsx';
import { Glossary } from '../components/glossary.tsx';
import { Headline } from '../components/headline.tsx';
import { Pager } from '../components/pager.tsx';
import { Readings } from '../components/readings.tsx';
import { Receipt } from '../components/receipt.tsx';
import { Shorthand } from '../components/shorthand.tsx';
import { Snippets } from '../components/snippets.tsx';
import { Table } from '../components/table.tsx';
import { TimeList } from '../components/time-list.tsx';
import { Verdict } from '../components/verdict.tsx';
import type { GalleryEntry } from './entry.ts';
import { growth, hash } from './samples.ts';

const lang = 'en';
const caveats = [
  'A list says who had an agreement on its day. It does not say what was done under it.',
  'One agency can hold up to three agreements, one a model: agreements are more than agencies.',
];
const spark = () =>
  raw(sparkline({ id: 'head-spark', lang, title: 'Agencies', points: growth[2]?.points ?? [] }));

const receiptRows = {
  caption: 'Three of 331 rows',
  columns: [
    { label: 'Agency', kind: 'text' as const },
    { label: 'File', kind: 'text' as const },
    { label: 'Sheet', kind: 'text' as const },
    { label: 'Row' },
  ],
  rows: [
    [
      { value: 'Example County Sheriff’s Office', href: '#agency' },
      'participating-11202026am.xlsx',
      'Sheet1',
      212,
    ],
    ['Sample City Police <Department> & "Sons"', 'participating-11202026am.xlsx', 'Sheet1', 213],
    ['Invented State University Police Department', 'participating-11202026am.xlsx', 'Sheet1', 1214],
  ],
  total: 331,
  downloads: [{ label: 'CSV', href: 'receipt.csv', rows: 331, bytes: 41_200 }],
};

const readings = [
  {
    label: 'Agencies, all models',
    value: 1304,
    class: 'as-good' as const,
    worded: true,
    why: 'The words say "agencies".',
    fits: false,
    asOf: '2026-01-26',
    receipt: '#r1',
  },
  {
    label: 'Agreements, all models',
    value: 1514,
    class: 'other' as const,
    why: 'Agreements are often called agencies.',
    fits: true,
    asOf: '2026-01-26',
  },
  {
    label: 'Agencies, list of the day before',
    value: 1300,
    class: 'as-good' as const,
    why: 'A text may rest on the list before.',
    fits: false,
    asOf: '2026-01-23',
  },
  {
    label: 'Agencies with those pending',
    value: 1322,
    class: 'drops' as const,
    why: '"Partners" may count those not yet signed.',
    fits: false,
    asOf: '2026-01-26',
  },
  {
    label: 'Agencies, states only',
    value: 1302,
    class: 'drops' as const,
    why: 'Territories may be left out.',
    fits: false,
    asOf: '2026-01-26',
  },
];

/** Every component that is not a drawing. */
export const parts: GalleryEntry[] = [
  {
    name: 'Headline figure',
    body: () => (
      <div class="headlines">
        <Headline
          lang={lang}
          id="h1"
          title="Agencies"
          href="#f"
          value={{ value: 1518 }}
          unit="agencies"
          asOf="2026-11-21"
          list={{ date: '2026-11-20', href: '#e', daysOlder: 1 }}
          caveats={caveats}
          receipt="#r"
          spark={spark()}
        />
        <Headline
          lang={lang}
          id="h2"
          title="Population covered"
          value={{ value: '0.3214', status: 'r' }}
          kind="percent"
          asOf="2026-11-20"
          list={{ date: '2026-11-20', daysOlder: 0 }}
          receipt="#r"
        />
        <Headline
          lang={lang}
          id="h3"
          title="Obligated"
          value={{ value: '12345678901.50' }}
          kind="money"
          asOf="2026-11-20"
          receipt="#r"
        />
        <Headline
          lang={lang}
          id="h4"
          title="Searches"
          value={{ value: null, status: 'c' }}
          unit="searches"
          asOf="2026-10-31"
        />
      </div>
    ),
  },
  {
    name: 'Verdict',
    body: () => (
      <ul>
        <li>
          <Verdict lang={lang} verdict="holds" />
        </li>
        <li>
          <Verdict lang={lang} verdict="differs" why="stated 1,300, found 1,304" />
        </li>
        <li>
          <Verdict lang={lang} verdict="not-checkable" why="no list of that month" />
        </li>
      </ul>
    ),
  },
  {
    name: 'Readings',
    body: () => (
      <Readings
        lang={lang}
        id="readings"
        title="Readings of “more than 1,500 agencies”"
        stated={1514}
        readings={readings}
        tried={14}
        fit={1}
        chance="1 in 4"
        weak
      />
    ),
  },
  {
    name: 'Table',
    body: () => (
      <Table
        lang={lang}
        id="table"
        sortable
        caption="Vehicles of an invented office"
        columns={[
          { label: 'Vehicle', kind: 'text' },
          { label: 'Signed', kind: 'date' },
          { label: 'Ceiling', kind: 'money' },
          { label: 'Share', kind: 'percent' },
          { label: 'Actions' },
          { label: 'What it is for', kind: 'text' },
        ]}
        rows={[
          [
            { value: 'EX-0001', href: '#v1' },
            '2022-03-01',
            { value: '61000000.00', href: '#r' },
            '0.4821',
            21,
            'Transport of papers between two invented buildings',
          ],
          [
            { value: 'EX-0002', href: '#v2' },
            '2023-12-31',
            { value: null, status: 'z' },
            null,
            { value: 3, status: 'r' },
            'Guard services',
          ],
          [
            { value: 'EX-0003', href: '#v3' },
            null,
            '-1250.75',
            '0.0004',
            { value: null, status: 'c' },
            '<script>alert(1)</script>',
          ],
        ]}
        total={120}
        note="An example: no such vehicles exist."
        downloads={[
          { label: 'CSV', href: 't.csv', rows: 120, bytes: 15_300 },
          { label: 'JSON', href: 't.json', bytes: 31_000 },
        ]}
      />
    ),
  },
  { name: 'Pager', body: () => <Pager lang={lang} page={2} pages={12} previous="#p" next="#n" /> },
  {
    name: 'Definition list',
    body: () => (
      <DefinitionList
        items={[
          { term: 'Publisher', description: 'An invented agency' },
          { term: 'Seen under', description: ['Sample City PD', 'Sample City Police Department'] },
        ]}
      />
    ),
  },
  { name: 'What you should know', body: () => <Caveats lang={lang} id="know" items={caveats} /> },
  { name: 'Shorthand', body: () => <Shorthand lang={lang} used={['c', 'x', 'z', 'r']} /> },
  {
    name: 'Time list',
    body: () => (
      <TimeList
        lang={lang}
        span={{ from: '2025-01-02', to: '2026-11-20' }}
        intervals={[
          { label: 'Task force', first: '2025-04-11', last: '2026-11-20', state: 'listed', href: '#m' },
          {
            label: 'Warrant service',
            first: '2025-02-01',
            last: '2025-11-30',
            state: 'departed',
            note: 'Re-labelled from Sample City PD',
          },
          { label: 'Jail enforcement', first: '2026-10-02', last: '2026-11-13', state: 'unconfirmed' },
        ]}
      />
    ),
  },
  {
    name: 'Edition',
    body: () => (
      <EditionCard
        lang={lang}
        name="participating-11202026am.xlsx"
        href="#e"
        otherNames={['participating (2).xlsx']}
        asOf="2026-11-20"
        asOfFrom="the publisher’s date in the file’s name"
        obtained="2026-11-20"
        hash={hash}
        bytes={184_320}
        layout="participating, 8 columns"
        records={1732}
      />
    ),
  },
  {
    name: 'Accounting',
    body: () => (
      <>
        <Accounting
          lang={lang}
          id="acc1"
          caption="participating-11202026am.xlsx"
          inFile={1740}
          kept={1732}
          withheld={0}
          rejected={3}
          blank={5}
          rejects="#rejects"
        />
        <Accounting
          lang={lang}
          id="acc2"
          caption="A file that does not add up"
          inFile={100}
          kept={90}
          withheld={0}
          rejected={3}
          blank={5}
        />
      </>
    ),
  },
  {
    name: 'Receipt',
    body: () => (
      <Receipt
        lang={lang}
        id="receipt"
        value={{ value: 331 }}
        unit="agencies"
        definition="Agencies with at least one agreement on the list, each counted once, whatever its models."
        filter="state is Florida"
        asOf="2026-11-20"
        sql={
          "SELECT COUNT(DISTINCT organisation) AS value\nFROM agreements_listed\nWHERE edition = '3f7a0c5be1d29468'\n  AND state = 'FL'"
        }
        editions={[{ name: 'participating-11202026am.xlsx', href: '#e', hash, asOf: '2026-11-20' }]}
        rows={receiptRows}
        version="0.1.0"
      />
    ),
  },
  {
    name: 'Table of any length',
    body: () => (
      <BigTable
        lang={lang}
        id="long"
        caption="Invented agencies, the first rows"
        root=""
        columns={[
          { name: 'agency', label: 'Agency', kind: 'text' },
          { name: 'count', label: 'Count', kind: 'number' },
        ]}
        rows={[
          ['Invented agency 1', 3],
          ['Invented agency 2', null],
        ]}
        total={1_000_000}
        parquet={{ href: 'long.parquet', bytes: 20_800_000 }}
      />
    ),
  },
  {
    name: 'Files to take along',
    body: () => (
      <DataFiles
        lang={lang}
        files={[
          { label: 'CSV', says: 'for any program', href: '#csv', rows: 303, bytes: 30_339 },
          { label: 'Parquet', says: 'typed columns, exact decimals', href: '#parquet', rows: 1, bytes: 812 },
          { label: 'ZIP', says: 'all of them, with a README', href: '#zip', bytes: 34_575 },
        ]}
        png={{ href: 'counties.svg', name: 'chart.png' }}
      />
    ),
  },
  {
    name: 'Commands and markup',
    body: () => (
      <Snippets
        lang={lang}
        root=""
        items={[
          { label: 'curl', text: 'curl -sS https://SITE/figures/example.figure/index.json' },
          {
            label: 'A frame',
            text: '<iframe src="https://SITE/figures/example.figure/embed.html"></iframe>',
          },
        ]}
      />
    ),
  },
  {
    name: 'Glossary',
    body: () => <Glossary lang={lang} id="words" names={['edition', 'receipt', 'share']} />,
  },
  {
    name: 'Text to copy',
    body: () => (
      <CopyText
        lang={lang}
        text="331 agencies in Florida as of Nov 20, 2026 (invented example). Counterfoil, https://example.org/f/agencies"
      />
    ),
  },
];
