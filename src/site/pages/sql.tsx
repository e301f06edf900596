import { CopyText } from '../components/copy-text.tsx';
import { Table } from '../components/table.tsx';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';

interface SqlData {
  tables: readonly { name: string; says: string }[];
}

const example =
  'select state, count(*) as agencies\nfrom agencies\ngroup by state\norder by agencies desc\nlimit 10';

/** A statement of one's own over the published tables, where the server has that turned on. */
export const sqlPage = page<SqlData>({
  route: 'sql',
  says: 'the tables that a statement of one’s own may name',
  paths: () => [paths.sql],
  load: (site) => ({ tables: site.sql ?? [] }),
  view: ({ tables }, here) => ({
    title: here.say`A question of your own`,
    description: here.say`One SELECT over the published tables.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`A question of your own` }],
    scripts: ['sql'],
    made: here.say`What a statement of your own gives is no figure of this site: it has no definition and no receipt.`,
    children: (
      <>
        <h1>{here.say`A question of your own`}</h1>
        <p class="lead">{here.say`One SELECT over the published tables. What it gives is your own count: it has no definition and no receipt, and should not be quoted as a figure of this site.`}</p>
        <p>{here.say`It runs apart from everything else, with limits of time, memory and size. Of records whose rows never leave, only the released tables are there, hidden cells as they are on the pages.`}</p>
        <p>{here.say`Rows of individuals and sole proprietors are in no table: a sum of money over a table can be smaller than the figure, which includes them.`}</p>
        <form data-sql hidden>
          <label for="sql">{here.say`Statement`}</label>
          <textarea id="sql" rows={8} spellcheck={false} maxlength={10000}>
            {example}
          </textarea>
          <p>
            <button type="submit">{here.say`Run`}</button>
          </p>
        </form>
        <div
          data-sql-answer
          aria-live="polite"
          data-answer={here.say`Answer`}
          data-rows={here.say`rows`}
          data-more={here.say`there are more`}
          data-failed={here.say`The server did not answer.`}
        />
        <h2>{here.say`From a program`}</h2>
        <CopyText
          lang={here.lang}
          text={`curl http://127.0.0.1:4287/api/v1/sql -H 'content-type: application/json' -d '{"sql":"select count(*) from agencies"}'`}
          code
        />
        <p>{here.say`See ${<a href={here.to(file(paths.api, 'runSql'))}>{here.say`the page for programs`}</a>}.`}</p>
        <Table
          lang={here.lang}
          id="sql-tables"
          caption={here.say`Tables`}
          columns={[
            { label: here.say`Name`, kind: 'text' },
            { label: here.say`What one row is`, kind: 'text', long: true },
          ]}
          rows={tables.map(({ name, says }) => [name, says])}
        />
      </>
    ),
  }),
  csv: ({ tables }) => ({
    columns: ['table', 'says'],
    rows: tables.map(({ name, says }) => [name, says]),
  }),
});
