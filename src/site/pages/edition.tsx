import { Accounting } from '../components/accounting.tsx';
import { EditionCard } from '../components/edition-card.tsx';
import { Link } from '../components/link.tsx';
import { Table } from '../components/table.tsx';
import { originWords, problemWord } from '../data/edition-words.ts';
import { formatDate, formatNumber } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { type EditionData, editionData } from './edition/data.ts';

/** One file as it was obtained: what it is, what became of each row, what could not be read. */
export const editionPage = page<EditionData>({
  route: 'editions/:id',
  says: 'names, date and its origin, hash, layout, accounting, rejected rows and unread values by place, figures of its date',
  paths: (site) => site.editions.map((edition) => paths.edition(edition.edition)),
  load: (site, _path, { id = '' }) => editionData(site, id),
  view(data, here) {
    const name = data.names[0] ?? data.edition;
    const { accounting } = data;
    return {
      title: name,
      description: `${data.publisher}, as of ${data.as_of}: hash, accounting, rejected rows.`,
      crumbs: [
        { label: 'Home', href: 'index.html' },
        { label: 'Sources', href: file(paths.sources) },
        { label: name },
      ],
      children: (
        <>
          <h1 class="long-name">{name}</h1>
          <p class="lead">
            {data.publisher}, as of {formatDate(data.as_of, here.lang, 'long')}
            {data.sheet === null ? '' : `, sheet “${data.sheet}”`}.
          </p>
          {data.contradiction === null ? null : (
            <p class="note alert">
              The date is contradicted: {data.contradiction}. The file’s own time of its last change decides.
            </p>
          )}
          <h2>The file</h2>
          <EditionCard
            lang={here.lang}
            name={name}
            otherNames={data.names.slice(1)}
            asOf={data.as_of}
            asOfFrom={originWords[data.as_of_from as keyof typeof originWords] ?? data.as_of_from}
            hash={data.sha256}
            bytes={data.bytes}
            layout={data.layout}
            records={accounting.kept}
          />
          {data.figures.length === 0 ? null : (
            <Table
              lang={here.lang}
              id="figures"
              caption="Figures of this date"
              columns={[{ label: 'Figure', kind: 'text' }, { label: 'Value' }]}
              rows={data.figures.map((figure) => [
                { value: figure.title, href: here.to(file(paths.figure(figure.id))) },
                here.cell(figure),
              ])}
            />
          )}
          <h2 id="accounting">What became of every row</h2>
          <Accounting
            lang={here.lang}
            id="accounting-table"
            caption="Rows of the file"
            inFile={accounting.records}
            kept={accounting.kept}
            withheld={accounting.withheld}
            rejected={accounting.rejected}
            blank={accounting.blank + accounting.header}
            rejects="#rejects"
          />
          <p class="note">
            Withheld rows name nothing that has the form of an agency; they are counted, not kept. Columns
            that no layout reads are dropped when the file is read:{' '}
            {formatNumber(data.columns_dropped, here.lang)} here.
          </p>
          <h2 id="rejects">Rejected rows</h2>
          {data.rejects.length === 0 ? (
            <p>None.</p>
          ) : (
            <Table
              lang={here.lang}
              id="rejects-table"
              caption="Places and codes; never the row’s text"
              columns={[
                { label: 'Place', kind: 'text' },
                { label: 'Code', kind: 'text' },
              ]}
              rows={data.rejects.map((reject) => [reject.place, problemWord(reject.code)])}
            />
          )}
          <h2 id="problems">Values that could not be read</h2>
          {data.values_not_read.length === 0 ? (
            <p>None.</p>
          ) : (
            <Table
              lang={here.lang}
              id="problems-table"
              caption="Such a value is absent, never guessed"
              columns={[
                { label: 'Column', kind: 'text' },
                { label: 'Why', kind: 'text' },
                { label: 'Values' },
                { label: 'Where', kind: 'text', long: true },
              ]}
              rows={data.values_not_read.map((problem) => [
                problem.column.replaceAll('_', ' '),
                problemWord(problem.code),
                { value: problem.count, href: '#problems' },
                problem.places,
              ])}
            />
          )}
          {data.notes.map((note) => (
            <p>{note}</p>
          ))}
          <nav class="pager" aria-label="Editions">
            {data.earlier === null ? null : <Link href={here.to(data.earlier)}>Earlier edition</Link>}
            {data.later === null ? null : <Link href={here.to(data.later)}>Later edition</Link>}
          </nav>
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: ['what', 'column', 'code', 'count', 'place'],
    rows: [
      ...Object.entries(data.accounting).map(([what, count]) => [what, null, null, count, null]),
      ...data.rejects.map((reject) => ['reject', null, reject.code, 1, reject.place]),
      ...data.values_not_read.map((problem) => [
        'value not read',
        problem.column,
        problem.code,
        problem.count,
        problem.places,
      ]),
    ],
  }),
});
