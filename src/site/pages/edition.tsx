import { formatValue } from '../cell.ts';
import { Accounting } from '../components/accounting.tsx';
import { EditionCard } from '../components/edition-card.tsx';
import { Link } from '../components/link.tsx';
import { Table } from '../components/table.tsx';
import { originWords, problemWord } from '../data/edition-words.ts';
import { formatDate, formatNumber } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { kindOf } from '../units.ts';
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
      description:
        data.as_of === null
          ? here.say`${data.publisher}, undated: hash, accounting, rejected rows.`
          : here.say`${data.publisher}, as of ${data.as_of}: hash, accounting, rejected rows.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Sources`, href: file(paths.sources) },
        { label: name },
      ],
      children: (
        <>
          <h1 class="long-name">{name}</h1>
          {data.as_of === null ? (
            <p class="lead">{here.say`${data.publisher}. Nothing in it is dated: it counts on any date and dates no figure. It was added on ${formatDate(data.obtained.slice(0, 10), here.lang, 'long')}.`}</p>
          ) : (
            <p class="lead">{here.say`${data.publisher}, as of ${formatDate(data.as_of, here.lang, 'long')}${data.sheet === null ? '' : here.say`, sheet “${data.sheet}”`}.`}</p>
          )}
          {data.contradiction === null ? null : (
            <p class="note alert">{here.say`The date is contradicted: ${data.contradiction}. The file’s own time of its last change decides.`}</p>
          )}
          <h2>{here.say`The file`}</h2>
          <EditionCard
            lang={here.lang}
            name={name}
            otherNames={data.names.slice(1)}
            asOf={data.as_of}
            asOfFrom={here.say(originWords[data.as_of_from as keyof typeof originWords] ?? data.as_of_from)}
            hash={data.sha256}
            bytes={data.bytes}
            layout={data.layout}
            records={accounting.kept}
          />
          {data.figures.length === 0 ? null : (
            <Table
              lang={here.lang}
              id="figures"
              caption={here.say`Figures of this date`}
              columns={[
                { label: here.say`Figure`, kind: 'text' },
                { label: here.say`Value`, kind: 'text' },
              ]}
              rows={data.figures.map((figure) => [
                { value: figure.title, href: here.to(file(paths.figure(figure.id))) },
                {
                  ...here.cell(figure),
                  value: figure.value === null ? null : formatValue(figure.value, kindOf(figure), here.lang),
                },
              ])}
            />
          )}
          <h2 id="accounting">{here.say`What became of every row`}</h2>
          <Accounting
            lang={here.lang}
            id="accounting-table"
            caption={here.say`Rows of the file`}
            inFile={accounting.records}
            kept={accounting.kept}
            withheld={accounting.withheld}
            rejected={accounting.rejected}
            blank={accounting.blank + accounting.header}
            rejects="#rejects"
          />
          <p class="note">{here.say`Withheld rows name nothing that has the form of an agency; they are counted, not kept. Columns that no layout reads are dropped when the file is read: ${formatNumber(data.columns_dropped, here.lang)} here.`}</p>
          <h2 id="rejects">{here.say`Rejected rows`}</h2>
          {data.rejects.length === 0 ? (
            <p>{here.say`None.`}</p>
          ) : (
            <Table
              lang={here.lang}
              id="rejects-table"
              caption={here.say`Places and codes; never the row’s text`}
              columns={[
                { label: here.say`Place`, kind: 'text' },
                { label: here.say`Code`, kind: 'text' },
              ]}
              rows={data.rejects.map((reject) => [reject.place, here.say(problemWord(reject.code))])}
            />
          )}
          <h2 id="problems">{here.say`Values that could not be read`}</h2>
          {data.values_not_read.length === 0 ? (
            <p>{here.say`None.`}</p>
          ) : (
            <Table
              lang={here.lang}
              id="problems-table"
              caption={here.say`Such a value is absent, never guessed`}
              columns={[
                { label: here.say`Column`, kind: 'text' },
                { label: here.say`Why`, kind: 'text' },
                { label: here.say`Values` },
                { label: here.say`Where`, kind: 'text', long: true },
              ]}
              rows={data.values_not_read.map((problem) => [
                problem.column.replaceAll('_', ' '),
                here.say(problemWord(problem.code)),
                { value: problem.count, href: '#problems' },
                problem.places,
              ])}
            />
          )}
          {data.notes.map((note) => (
            <p>{note}</p>
          ))}
          <nav class="pager" aria-label={here.say`Editions`}>
            {data.earlier === null ? null : (
              <Link href={here.to(data.earlier)}>{here.say`Earlier edition`}</Link>
            )}
            {data.later === null ? null : <Link href={here.to(data.later)}>{here.say`Later edition`}</Link>}
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
