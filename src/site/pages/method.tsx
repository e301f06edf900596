import { Table } from '../components/table.tsx';
import { type AnyPage, page } from '../page-kind.ts';
import { paths } from '../paths.ts';

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
      title: 'Method',
      description: 'How numbers and verdicts are made, and what is never kept.',
      crumbs: [{ label: 'Home', href: 'index.html' }, { label: 'Method' }],
      children: (
        <>
          <h1>Method</h1>
          <p class="lead">
            Files that publishers release go in; figures come out, each with the rows it was counted from.
            Nothing in between is done by hand.
          </p>
          <h2>How a number is made</h2>
          <p>
            A file is recognised by its content, never by its name. Each of its rows is kept, withheld,
            rejected, or blank; the four add up to an independent count of the file, and the page of the
            edition shows it.
          </p>
          <p>
            A figure is declared once: what it counts, under which condition, by which dimensions. Its page,
            its receipts and the verdicts on sentences come from that one declaration. The receipt lists the
            rows and counts them a second time by other means.
          </p>
          <p>
            A value that cannot be read is absent and listed, never guessed and never zero. Dates of lists
            come from the publisher’s own date where nothing contradicts it; the page of each edition says
            where its date came from.
          </p>
          <h2>What a record says, and what it cannot say</h2>
          <p>
            A list says that its publisher listed a row on a date. It does not say what was done under it. A
            row that is missing from a later list may have ended, or may have been left out by mistake:
            missing from one list is called unconfirmed, missing from two in a row departed.
          </p>
          <p>
            One agency can be spelled in several ways. Spellings are brought together where the same state,
            model and signing date leave under one name and arrive under another, or where a person has
            looked; both are shown on the agency’s page. The count of agencies on a list compares names on
            that list only.
          </p>
          <h2 id="verdicts">How verdicts are given</h2>
          <p>
            A sentence is bound to a figure, a date and the number as printed. The verdict is <b>holds</b>{' '}
            where the figure on the list in force then lies within the rounding of the printed digits,{' '}
            <b>differs</b> where it does not, <b>not checkable</b> where no record at hand can tell. It is
            given on the reading that the words call for, before any other is tried.
          </p>
          <p>
            Where it differs, readings that were declared beforehand are tried, at most two choices at a time
            and at most one neighbouring list. What is found is shown with the number tried and the chance
            that an arbitrary number would have found one. It never changes the verdict.
          </p>
          <h2>What is never kept</h2>
          <p>
            The subject is organisations, never persons. Names of officers, contact details and the like are
            dropped when a file is read: they reach no page, no data and no log. A row whose agency has not
            the form of one is counted and withheld.
          </p>
          <h2 id="corrections">Corrections</h2>
          <p>
            Three causes are kept apart: the publisher changed, we revised a definition, we were wrong. A
            correction names which.
          </p>
          <h2 id="data">These pages as data</h2>
          <p>
            Beside every <code>index.html</code> are <code>index.json</code>, with all that the page shows,
            and <code>index.csv</code>, with its main table. Addresses inside are from the root of the site;{' '}
            <a href={here.to('api.json')}>api.json</a> lists all pages. In CSV an absent value is an empty
            cell, and text that a spreadsheet would run as a formula has an apostrophe in front.
          </p>
          <Table
            lang={here.lang}
            id="kinds"
            caption="Kinds of pages"
            columns={[
              { label: 'Address', kind: 'text' },
              { label: 'Its data', kind: 'text' },
            ]}
            rows={kinds.map((kind) => [kind.kind, kind.says])}
          />
        </>
      ),
    }),
    csv: ({ kinds }) => ({
      columns: ['kind', 'data', 'pages'],
      rows: kinds.map((kind) => [kind.kind, kind.says, kind.pages]),
    }),
  });
