import type { ListedRow, Organisation } from '../../data/agreements.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { changesByList } from '../agreements/change-rows.ts';
import { address, siteTable } from './site-table.ts';

const agreements = siteTable<ListedRow>({
  id: 'agreements',
  title: 'Agreements, as listed',
  says: 'One row is one row of a list at hand.',
  from: (site) => site.agreements?.rows ?? [],
  columns: [
    {
      name: 'as_of',
      label: 'Date of the list',
      kind: 'date',
      link: 'edition_page',
      of: (row, site) => site.byEdition.get(row.edition)?.asOf ?? null,
    },
    { name: 'status', label: 'List', kind: 'text', of: (row) => row.status },
    { name: 'state', label: 'State', kind: 'text', of: (row) => row.state },
    { name: 'agency', label: 'Agency, as listed', kind: 'text', of: (row) => row.name },
    { name: 'model', label: 'Support model', kind: 'text', of: (row) => row.model },
    { name: 'type', label: 'Type', kind: 'text', of: (row) => row.type },
    { name: 'county', label: 'County, as listed', kind: 'text', of: (row) => row.county_text },
    { name: 'signed', label: 'Signed', kind: 'date', of: (row) => row.signed },
    { name: 'row', label: 'Row in the file', kind: 'number', of: (row) => row.row },
    address('edition_page', 'Page of the edition', (row) => file(paths.edition(row.edition))),
  ],
});

const agencies = siteTable<Organisation>({
  id: 'agencies',
  title: 'Agencies that were ever listed',
  says: 'One row is one agency.',
  from: (site) => site.agreements?.organisations ?? [],
  columns: [
    { name: 'agency', label: 'Agency', kind: 'text', link: 'page', of: (row) => row.name },
    { name: 'state', label: 'State', kind: 'text', of: (row) => row.state },
    { name: 'type', label: 'Type', kind: 'text', of: (row) => row.type },
    { name: 'first_listed', label: 'First listed', kind: 'date', of: (row) => row.first_listed },
    { name: 'last_listed', label: 'Last listed', kind: 'date', of: (row) => row.last_listed },
    { name: 'standing', label: 'Standing', kind: 'text', of: (row) => row.standing },
    { name: 'population', label: 'Population served', kind: 'number', of: (row) => row.population },
    address('page', 'Page', (row) => file(paths.agency(row.organisation))),
  ],
});

const changes = siteTable<ReturnType<typeof changeRows>[number]>({
  id: 'agreement-changes',
  title: 'Changes of the lists of agreements',
  says: 'One row is one agreement that a list has and the one before it had not, or the reverse.',
  from: changeRows,
  columns: [
    { name: 'list', label: 'Date of the list', kind: 'date', of: ({ list }) => list.as_of },
    { name: 'change', label: 'Change', kind: 'text', link: 'evidence', of: ({ row }) => row.change },
    { name: 'agency', label: 'Agency', kind: 'text', link: 'page', of: ({ row }) => row.name },
    { name: 'state', label: 'State', kind: 'text', of: ({ row }) => row.state },
    { name: 'model', label: 'Support model', kind: 'text', of: ({ row }) => row.model },
    address('evidence', 'The row that shows it', ({ row }) => row.evidence.href),
    address('page', 'Page', ({ row }) => row.page),
  ],
});

function changeRows(site: Site) {
  return changesByList(site).flatMap(({ list, rows }) => rows.map((row) => ({ list, row })));
}

/** Tables of the lists of agreements. */
export const agreementsTables = [agreements, agencies, changes];
