import { typist } from '../../../project/edition.ts';
import type { Layout } from '../../../read/layout.ts';
import { actionColumns, actionHelpers, actionProblems } from '../action-columns.ts';
import { contractActions } from '../shapes.ts';
import {
  apiCells,
  atomCells,
  cells2018,
  deltaCells,
  downloadCells,
  downloadRequires,
  headers2018,
  searchCells,
  typedCells,
} from './action-cells.ts';
import { base, fpds, usaspending } from './base.ts';

/**
 * The declared order of richness: where two sources carry one action, each fact comes from the first of these that
 * has it, and the receipt names that source's row.
 */
const richness = { fpds: 10, download: 20, download2018: 30, search: 40, api: 50, typed: 60 } as const;

/** What a yearly file covers: the agencies whose actions it holds, and the fiscal years, slips of a date aside. */
const agencyAndYears = (() => {
  const fiscal = '(year(action_date) + case when month(action_date) >= 10 then 1 else 0 end)';
  const agencies = `case when count(distinct agency_id) <= 3 then string_agg(distinct agency_id, '+' order by agency_id) else string_agg(distinct left(agency_id, 2) || 'xx', '+' order by left(agency_id, 2) || 'xx') end`;
  const first = `quantile_disc(${fiscal}, 0.01)`;
  const last = `quantile_disc(${fiscal}, 0.99)`;
  return `${agencies} || ' FY' || ${first} || case when ${last} > ${first} then '-' || ${last} else '' end`;
})();

const actions = {
  ...base,
  shape: contractActions,
  withholdWhen: 'piid is null or modification is null or record_kind is null',
  eventDate: 'action_date',
  problems: actionProblems,
} as const;

const searchLayout = (id: string, title: string, columns: readonly string[]): Layout => ({
  ...actions,
  id,
  title,
  source: 'usaspending-search',
  publisher: usaspending,
  coverage: 'partition',
  period: agencyAndYears,
  requires: [
    'agency',
    'award id',
    'recipient name',
    'federal action obligation',
    'action date',
    'modification',
    ...columns,
  ],
  prepare: actionHelpers(searchCells),
  columns: actionColumns(searchCells, 'iso', richness.search),
});

/** Layouts of contract actions. */
export const actionLayouts: readonly Layout[] = [
  searchLayout('usaspending-search-9', 'USAspending transaction search, without the award key', []),
  searchLayout('usaspending-search-10', 'USAspending transaction search, with the award key', [
    'generated award id',
  ]),
  {
    ...actions,
    id: 'usaspending-transactions',
    title: 'USAspending contract transactions download',
    source: 'usaspending-transactions',
    publisher: usaspending,
    coverage: 'partition',
    period: agencyAndYears,
    requires: downloadRequires,
    forbids: ['correction_delete_ind'],
    prepare: actionHelpers(downloadCells),
    columns: actionColumns(downloadCells, 'iso', richness.download),
  },
  {
    ...actions,
    id: 'usaspending-transactions-delta',
    title: 'USAspending contract transactions, monthly delta',
    source: 'usaspending-transactions',
    publisher: usaspending,
    coverage: 'delta',
    requires: ['correction_delete_ind', ...downloadRequires],
    eventDate: 'cast(last_modified as date)',
    prepare: actionHelpers(deltaCells),
    columns: actionColumns(deltaCells, 'iso', richness.download),
  },
  {
    ...actions,
    id: 'usaspending-2018',
    title: 'USAspending custom download of 2018, awards and vehicles, day-first dates',
    source: 'usaspending-2018',
    publisher: usaspending,
    coverage: 'partition',
    period: agencyAndYears,
    requires: [
      'award_id_piid',
      'modification_number',
      'parent_award_id',
      'federal_action_obligation',
      'base_and_all_options_value',
      'action_date',
      'recipient_duns',
      'award_description',
      'award_or_idv_flag',
      'fiscal_year',
    ],
    forbids: ['contract_transaction_unique_key', 'recipient_uei'],
    headerless: {
      headers: headers2018,
      cells: {
        award_id_piid: /^[A-Z0-9-]{4,50}$/i,
        federal_action_obligation: /^-?\d+(\.\d+)?$/,
        action_date: /^\d{1,2}\/\d{1,2}\/\d{2,4}/,
        awarding_sub_agency_code: /^[0-9A-Z]{3,4}$/,
        award_or_idv_flag: /^(AWARD|IDV)$/,
        fiscal_year: /^\d{4}$/,
      },
    },
    prepare: actionHelpers(cells2018),
    columns: actionColumns(cells2018, 'day-first', richness.download2018),
  },
  {
    ...actions,
    id: 'fpds-atom',
    title: 'FPDS Atom feed, one page',
    source: 'fpds-atom',
    publisher: fpds,
    coverage: 'window',
    requires: ['title', 'modified'],
    anyOf: [['content/idv/contractid/idvid/piid'], ['content/award/awardid/awardcontractid/piid']],
    eventDate: 'greatest(action_date, cast(last_modified as date))',
    prepare: actionHelpers(atomCells),
    columns: actionColumns(atomCells, 'iso', richness.fpds),
  },
  {
    ...actions,
    id: 'usaspending-api-transactions',
    title: 'USAspending API v2, transactions of an award',
    source: 'usaspending-api',
    publisher: usaspending,
    coverage: 'window',
    requires: ['id', 'type_description', 'action_date', 'modification_number', 'federal_action_obligation'],
    prepare: actionHelpers(apiCells),
    columns: actionColumns(apiCells, 'iso', richness.api),
  },
  {
    ...actions,
    id: 'typed-actions',
    title: 'typed-in form: single FPDS actions',
    source: 'typed-actions',
    publisher: typist,
    coverage: 'window',
    requires: [
      'record_kind',
      'agency_id',
      'piid',
      'mod_number',
      'signed_date',
      'obligated_amount',
      'base_and_all_options_value',
      'vendor_name',
    ],
    prepare: actionHelpers(typedCells),
    columns: actionColumns(typedCells, 'iso', richness.typed),
  },
];
