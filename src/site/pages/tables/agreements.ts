import { file, paths } from '../../paths.ts';
import { changesByList } from '../agreements/change-rows.ts';
import type { SiteTable } from './site-table.ts';

/** Tables of the lists of agreements. */
export const agreementsTables: readonly SiteTable[] = [
  {
    id: 'agreements',
    title: 'Agreements, as listed',
    says: 'One row is one row of a list at hand.',
    columns: [
      { name: 'as_of', label: 'Date of the list', kind: 'date', link: 'edition_page' },
      { name: 'status', label: 'List', kind: 'text' },
      { name: 'state', label: 'State', kind: 'text' },
      { name: 'agency', label: 'Agency, as listed', kind: 'text' },
      { name: 'model', label: 'Support model', kind: 'text' },
      { name: 'type', label: 'Type', kind: 'text' },
      { name: 'county', label: 'County, as listed', kind: 'text' },
      { name: 'signed', label: 'Signed', kind: 'date' },
      { name: 'row', label: 'Row in the file', kind: 'number' },
      { name: 'edition_page', label: 'Page of the edition', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      (site.agreements?.rows ?? []).map((one) => [
        site.byEdition.get(one.edition)?.asOf ?? null,
        one.status,
        one.state,
        one.name,
        one.model,
        one.type,
        one.county_text,
        one.signed,
        one.row,
        file(paths.edition(one.edition)),
      ]),
  },
  {
    id: 'agencies',
    title: 'Agencies that were ever listed',
    says: 'One row is one agency.',
    columns: [
      { name: 'agency', label: 'Agency', kind: 'text', link: 'page' },
      { name: 'state', label: 'State', kind: 'text' },
      { name: 'type', label: 'Type', kind: 'text' },
      { name: 'first_listed', label: 'First listed', kind: 'date' },
      { name: 'last_listed', label: 'Last listed', kind: 'date' },
      { name: 'standing', label: 'Standing', kind: 'text' },
      { name: 'population', label: 'Population served', kind: 'number' },
      { name: 'page', label: 'Page', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      (site.agreements?.organisations ?? []).map((one) => [
        one.name,
        one.state,
        one.type,
        one.first_listed,
        one.last_listed,
        one.standing,
        one.population,
        file(paths.agency(one.organisation)),
      ]),
  },
  {
    id: 'agreement-changes',
    title: 'Changes of the lists of agreements',
    says: 'One row is one agreement that a list has and the one before it had not, or the reverse.',
    columns: [
      { name: 'list', label: 'Date of the list', kind: 'date' },
      { name: 'change', label: 'Change', kind: 'text', link: 'evidence' },
      { name: 'agency', label: 'Agency', kind: 'text', link: 'page' },
      { name: 'state', label: 'State', kind: 'text' },
      { name: 'model', label: 'Support model', kind: 'text' },
      { name: 'evidence', label: 'The row that shows it', kind: 'text', hidden: true },
      { name: 'page', label: 'Page', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      changesByList(site).flatMap(({ list, rows }) =>
        rows.map((one) => [
          list.as_of,
          one.change,
          one.name,
          one.state,
          one.model,
          one.evidence.href,
          one.page,
        ]),
      ),
  },
];
