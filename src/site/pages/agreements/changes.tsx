import { Link } from '../../components/link.tsx';
import { formatDate, formatNumber } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import { changesByList, type ListChanges } from './change-rows.ts';
import { ChangeTable } from './change-table.tsx';

/** What every list changed against those before it. */
export const changesPage = page<{ lists: ListChanges[] }>({
  route: 'changes',
  says: 'agreements that appeared, departed or are unconfirmed, by list, each with the row that shows it',
  paths: () => [paths.changes],
  load: (site) => ({ lists: changesByList(site) }),
  view: ({ lists }, here) => ({
    title: here.say`Changes`,
    description: here.say`Agreements that appeared on a list or are missing from it.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Changes` }],
    children: (
      <>
        <h1>{here.say`Changes from list to list`}</h1>
        <p class="lead">{here.say`A list does not say why a row is new or gone. A misspelt name that was put right is neither; between two lists at hand weeks can pass.`}</p>
        {lists.length === 0 ? <p>{here.say`There is one list only.`}</p> : null}
        {lists.map((changes, index) => (
          <section aria-labelledby={`list-${changes.list.as_of}`}>
            <h2 id={`list-${changes.list.as_of}`}>
              <Link
                href={here.to(changes.list.page)}
              >{here.say`List of ${formatDate(changes.list.as_of, here.lang)}`}</Link>
            </h2>
            {index < 1 ? (
              <ChangeTable here={here} changes={changes} />
            ) : (
              <details>
                <summary>{summaryOf(changes, here)}</summary>
                <ChangeTable here={here} changes={changes} />
              </details>
            )}
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ lists }) => ({
    columns: [
      'list',
      'change',
      'organisation',
      'name',
      'state',
      'model',
      'evidence_list',
      'evidence_place',
      'evidence_edition',
    ],
    rows: lists.flatMap((changes) =>
      changes.rows.map((row) => [
        changes.list.as_of,
        row.change,
        row.organisation,
        row.name,
        row.state,
        row.model,
        row.evidence.as_of,
        row.evidence.place,
        row.evidence.edition,
      ]),
    ),
  }),
});

/** `41 appeared, 2 departed`: the rows that the fold holds. */
function summaryOf({ rows }: ListChanges, here: Here): string {
  const parts = (['appeared', 'departed', 'unconfirmed'] as const)
    .map((change) => ({ change, count: rows.filter((row) => row.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => said(change, count, here));
  return parts.length === 0 ? here.say`No agreement appeared or departed` : parts.join(', ');
}

function said(change: ListChanges['rows'][number]['change'], rows: number, { say, lang }: Here): string {
  const count = formatNumber(rows, lang);
  if (change === 'appeared') return say`${count} appeared`;
  return change === 'departed' ? say`${count} departed` : say`${count} unconfirmed`;
}
