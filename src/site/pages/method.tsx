import { Table } from '../components/table.tsx';
import { type AnyPage, page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';

interface MethodData {
  kinds: { kind: string; says: string; pages: number }[];
}

/** How numbers and verdicts are made, what is never kept, and the pages as data. */
export const methodPage = (kinds: readonly AnyPage[]) =>
  page<MethodData>({
    route: 'method',
    says: 'the kinds of pages and what the data of each hold',
    paths: () => [paths.method],
    load: (site) => ({
      kinds: kinds.map((kind) => ({
        kind: kind.route || 'home',
        says: kind.says,
        pages: kind.paths(site).length,
      })),
    }),
    view: ({ kinds }, here) => ({
      title: here.say`Method`,
      description: here.say`How numbers and verdicts are made, and what is never kept.`,
      crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Method` }],
      children: (
        <>
          <h1>{here.say`Method`}</h1>
          <p class="lead">{here.say`Files that publishers release go in; figures come out, each with the rows it was counted from. Nothing in between is done by hand.`}</p>
          <h2>{here.say`How a number is made`}</h2>
          <p>{here.say`A file is recognised by its content, never by its name. Each of its rows is kept, withheld, rejected, or blank; the four add up to an independent count of the file, and the page of the edition shows it.`}</p>
          <p>{here.say`A figure is declared once: what it counts, under which condition, by which dimensions. Its page, its receipts and the verdicts on sentences come from that one declaration. The receipt lists the rows and counts them a second time by other means.`}</p>
          <p>{here.say`A value that cannot be read is absent and listed, never guessed and never zero. Dates of lists come from the publisher’s own date where nothing contradicts it; the page of each edition says where its date came from.`}</p>
          <h2>{here.say`What a record says, and what it cannot say`}</h2>
          <p>{here.say`A list says that its publisher listed a row on a date. It does not say what was done under it. A row that is missing from a later list may have ended, or may have been left out by mistake: missing from one list is called unconfirmed, missing from two in a row departed.`}</p>
          <p>{here.say`One agency can be spelled in several ways. Spellings are brought together where the same state, model and signing date leave under one name and arrive under another, or where a person has looked; both are shown on the agency’s page. The count of agencies on a list compares names on that list only.`}</p>
          <h2 id="verdicts">{here.say`How verdicts are given`}</h2>
          <p>{here.say`A sentence is bound to a figure, a date and the number as printed. The verdict is ${<b>{here.say`holds`}</b>} where the figure on the list in force then lies within the rounding of the printed digits, ${<b>{here.say`differs`}</b>} where it does not, ${<b>{here.say`not checkable`}</b>} where no record at hand can tell. It is given on the reading that the words call for, before any other is tried.`}</p>
          <p>{here.say`Where it differs, readings that were declared beforehand are tried, at most two choices at a time and at most one neighbouring list. What is found is shown with the number tried and the chance that an arbitrary number would have found one. It never changes the verdict.`}</p>
          <h2>{here.say`What is never kept`}</h2>
          <p>{here.say`The subject is organisations, never persons. Names of officers, contact details and the like are dropped when a file is read: they reach no page, no data and no log. A row whose agency has not the form of one is counted and withheld.`}</p>
          <h2 id="corrections">{here.say`Corrections`}</h2>
          <p>{here.say`Three causes are kept apart: the publisher changed, we revised a definition, we were wrong. A correction names which.`}</p>
          <h2 id="data">{here.say`These pages as data`}</h2>
          <p>{here.say`Beside every ${<code>index.html</code>} are ${<code>index.json</code>}, with all that the page shows, and ${<code>index.csv</code>}, with its main table. Addresses inside are from the root of the site; ${<a href={here.to('api.json')}>api.json</a>} lists all pages, ${<a href={here.to(file(paths.api))}>{here.say`the page for programs`}</a>} what a live site answers. In CSV an absent value is an empty cell, and text that a spreadsheet would run as a formula has an apostrophe in front.`}</p>
          <Table
            lang={here.lang}
            id="kinds"
            caption={here.say`Kinds of pages`}
            columns={[
              { label: here.say`Address`, kind: 'text' },
              { label: here.say`Its data`, kind: 'text' },
            ]}
            rows={kinds.map((kind) => [kind.kind, here.say(kind.says)])}
          />
        </>
      ),
    }),
    csv: ({ kinds }) => ({
      columns: ['kind', 'data', 'pages'],
      rows: kinds.map((kind) => [kind.kind, kind.says, kind.pages]),
    }),
  });
