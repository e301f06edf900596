import type { Change } from '../../../changes/compare.ts';
import { entryName } from '../../../changes/words.ts';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import type { Compared } from '../../data/contracts.ts';
import { editionLink } from '../../data/edition-link.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { Files } from './lists.tsx';

/** Rows of one kind of change in the table of a page; the CSV twin has all. */
const shown = 200;

interface Pair {
  id: string;
  source: string;
  period: string | null;
  from: EditionLink;
  to: EditionLink;
  page: string;
  words: string[];
  counts: Compared['changes']['counts'];
  money: Compared['changes']['money'];
}

interface PairData extends Pair {
  rows: readonly Change[];
}

function pairOf({ changes, words }: Compared): Pair {
  const path = at.change(changes.from.edition, changes.to.edition);
  return {
    id: `${changes.from.edition}-${changes.to.edition}`,
    source: changes.source,
    period: changes.period,
    from: editionLink(changes.from),
    to: editionLink(changes.to),
    page: file(path),
    words,
    counts: changes.counts,
    money: changes.money,
  };
}

const pathsOf = (site: Site) =>
  (site.contracts?.compared ?? []).map(({ changes }) => at.change(changes.from.edition, changes.to.edition));

/** What publishers changed between downloads of one period, in words. */
export const contractChangesPage = page<{ pairs: Pair[] }>({
  route: 'contracts/changes',
  says: 'what each download of contract actions changed against the one before, in words and with money',
  paths: () => [at.changes],
  load: (site) => ({ pairs: (site.contracts?.compared ?? []).map(pairOf) }),
  view: ({ pairs }, here) => ({
    title: here.say`Changes between downloads`,
    description: here.say`What publishers changed between two downloads of one period.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Contracts`, href: file(at.home) },
      { label: here.say`Changes` },
    ],
    children: (
      <>
        <h1>{here.say`Changes between downloads`}</h1>
        <p class="lead">{here.say`Two downloads of one period ought to differ by what is new. Rows that are gone, altered, or new with an old date are listed here; a publisher can have many reasons, and the record gives none.`}</p>
        {pairs.length === 0 ? <p>{here.say`There are no two downloads of one period to compare.`}</p> : null}
        {pairs.map((pair) => (
          <section aria-labelledby={`pair-${pair.id}`}>
            <h2 id={`pair-${pair.id}`}>
              <Link
                href={here.to(pair.page)}
              >{here.say`${formatDate(pair.from.as_of, here.lang)} to ${formatDate(pair.to.as_of, here.lang)}`}</Link>
            </h2>
            <p class="note">{pair.source}</p>
            <Words words={pair.words} />
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ pairs }) => ({
    columns: [
      'source',
      'period',
      'from',
      'to',
      'appeared',
      'of_these_dated_before',
      'vanished',
      'altered',
      'unchanged',
      'net_money',
      'page',
    ],
    measured: ['net_money'],
    rows: pairs.map((pair) => [
      pair.source,
      pair.period,
      pair.from.as_of,
      pair.to.as_of,
      pair.counts.appeared,
      pair.counts.late,
      pair.counts.vanished,
      pair.counts.altered,
      pair.counts.unchanged,
      pair.money?.net,
      pair.page,
    ]),
  }),
});

function Words(props: { words: readonly string[] }) {
  return (
    <ul>
      {props.words.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** Two downloads compared, row by row. */
export const contractChangePage = page<PairData>({
  route: 'contracts/changes/:pair',
  says: 'two downloads of one period compared: every action that vanished, was altered, or appeared, with both rows',
  paths: pathsOf,
  load(site, path) {
    const found = site.contracts?.compared.find(
      ({ changes }) => at.change(changes.from.edition, changes.to.edition) === path,
    );
    return found ? { ...pairOf(found), rows: found.rows } : undefined;
  },
  view: (data, here, site) => ({
    title: here.say`Changes, ${data.from.as_of} to ${data.to.as_of}`,
    description: here.say`Two downloads of one period compared, row by row.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Contracts`, href: file(at.home) },
      { label: here.say`Changes`, href: file(at.changes) },
      { label: here.say`${data.from.as_of} to ${data.to.as_of}` },
    ],
    children: (
      <>
        <h1>{here.say`Changes, ${formatDate(data.from.as_of, here.lang)} to ${formatDate(data.to.as_of, here.lang)}`}</h1>
        <Words words={data.words} />
        <Changed
          here={here}
          data={data}
          id="late"
          title={here.say`Appeared, with an action date on or before the earlier download`}
          rows={data.rows.filter((row) => row.late)}
        />
        <Changed
          here={here}
          data={data}
          id="vanished"
          title={here.say`Vanished`}
          rows={data.rows.filter((row) => row.change === 'vanished')}
        />
        <Altered here={here} data={data} rows={data.rows.filter((row) => row.change === 'altered')} />
        <Changed
          here={here}
          data={data}
          id="appeared"
          title={here.say`Appeared, with a later action date`}
          rows={data.rows.filter((row) => row.change === 'appeared' && !row.late)}
        />
        <Files here={here} site={site} files={[data.from, data.to]} />
      </>
    ),
  }),
  csv: (data) => ({
    columns: [
      'change',
      'label',
      'entries',
      'field',
      'before',
      'after',
      'amount_before',
      'amount_after',
      'event_date',
      'late',
      'row_before',
      'row_after',
    ],
    rows: data.rows.map((row) => [
      row.change,
      row.label,
      row.entries ?? 1,
      row.field,
      row.before,
      row.after,
      row.amountBefore,
      row.amountAfter,
      row.eventDate,
      row.late,
      row.rowBefore,
      row.rowAfter,
    ]),
  }),
});

/** What of persons is told of none: they stand together. */
const hidden = { value: null, status: 'c' as const };

const entriesOf = (rows: readonly Change[]) => rows.reduce((sum, { entries = 1 }) => sum + entries, 0);

/** A row of one of the two files, as a link to the file's page. */
function rowCell(here: Here, edition: EditionLink, { entries }: Change, row: number | null) {
  if (entries !== undefined) return hidden;
  return row === null
    ? { value: null, status: 'z' as const }
    : { value: here.say`record ${row}`, href: here.to(edition.page) };
}

function Changed(props: { here: Here; data: PairData; id: string; title: string; rows: readonly Change[] }) {
  const { here, data, id, title, rows } = props;
  if (rows.length === 0) return null;
  const gone = id === 'vanished';
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Table
        lang={here.lang}
        id={`${id}-table`}
        caption={`${title}: ${formatNumber(entriesOf(rows), here.lang)}`}
        columns={[
          { label: here.say`Action`, kind: 'text' },
          { label: here.say`Action date`, kind: 'date' },
          { label: here.say`Amount`, kind: 'money' },
          { label: gone ? here.say`Row in the earlier file` : here.say`Row in the later file`, kind: 'text' },
        ]}
        rows={rows
          .slice(0, shown)
          .map((row) => [
            entryName(row),
            row.entries === undefined ? row.eventDate : hidden,
            gone ? row.amountBefore : row.amountAfter,
            gone ? rowCell(here, data.from, row, row.rowBefore) : rowCell(here, data.to, row, row.rowAfter),
          ])}
        total={rows.length}
        sortable
      />
    </section>
  );
}

function Altered(props: { here: Here; data: PairData; rows: readonly Change[] }) {
  const { here, data, rows } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="altered">
      <h2 id="altered">{here.say`Altered`}</h2>
      <Table
        lang={here.lang}
        id="altered-table"
        caption={here.say`Fields that differ`}
        columns={[
          { label: here.say`Action`, kind: 'text' },
          { label: here.say`Field`, kind: 'text' },
          { label: here.say`Before`, kind: 'text' },
          { label: here.say`After`, kind: 'text' },
          { label: here.say`Earlier row`, kind: 'text' },
          { label: here.say`Later row`, kind: 'text' },
        ]}
        rows={rows
          .slice(0, shown)
          .map((row) => [
            entryName(row),
            row.field ?? '',
            row.entries === undefined ? (row.before ?? here.say`not stated`) : hidden,
            row.entries === undefined ? (row.after ?? here.say`not stated`) : hidden,
            rowCell(here, data.from, row, row.rowBefore),
            rowCell(here, data.to, row, row.rowAfter),
          ])}
        total={rows.length}
      />
    </section>
  );
}
