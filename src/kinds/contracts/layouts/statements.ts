import { personsCode, typist } from '../../../project/edition.ts';
import type { Layout } from '../../../read/layout.ts';
import { vocabularyText } from '../../../read/vocabulary.ts';
import { swappable } from '../action-columns.ts';
import { amount, code, type DateStyle, dateIn, eitherCode, identifier, mayBePerson } from '../door.ts';
import { awardStatements } from '../shapes.ts';
import { awardPart, base, usaspending } from './base.ts';

interface StatementCells {
  kind: string;
  piid: string;
  agency: string;
  parentPiid?: string;
  parentAgency?: string;
  statedOn: string;
  signedOn?: string;
  currentEnd?: string;
  orderingEnd?: string;
  currency?: string;
  obligation?: string;
  ceiling?: string;
  vendor?: string;
  vendorType?: string;
  uei?: string;
  product?: string;
  industry?: string;
  extent?: string;
  procedure?: string;
  offers?: string;
  solicitation?: string;
  description?: string;
  secondary?: boolean;
}

function statement(cells: StatementCells, style: DateStyle = 'iso'): Pick<Layout, 'prepare' | 'columns'> {
  const none = 'cast(null as varchar)';
  const date = (cell?: string) => (cell === undefined ? 'cast(null as date)' : dateIn(cell, style));
  const money = (cell?: string) => (cell === undefined ? 'cast(null as decimal(18, 2))' : amount(cell));
  const vendor = cells.vendor ?? none;
  const person =
    cells.vendorType === undefined
      ? 'false'
      : `coalesce(@matches(upper(${cells.vendorType}), 'SOLE|INDIVIDUAL'), false)`;
  const vendorKind = `case when @squash(${vendor}) is null then 'not stated' when ${person} or ${mayBePerson(vendor)} then 'individual' else 'organisation' end`;
  const offers = cells.offers ?? none;
  const columns = {
    record_kind: cells.kind,
    piid: identifier(cells.piid),
    agency_id: code(cells.agency, 6),
    parent_piid: cells.parentPiid === undefined ? none : identifier(cells.parentPiid),
    parent_agency_id: cells.parentAgency === undefined ? none : code(cells.parentAgency, 6),
    stated_on: date(cells.statedOn),
    signed_on: date(cells.signedOn),
    current_end: date(cells.currentEnd),
    ordering_end: date(cells.orderingEnd),
    currency: cells.currency === undefined ? `'USD'` : code(cells.currency, 3),
    stated_obligation: money(cells.obligation),
    stated_ceiling: money(cells.ceiling),
    vendor_state: 'vendor_kind',
    vendor_name: `case when vendor_kind = 'organisation' then upper(@squash(${vendor})) end`,
    vendor_uei:
      cells.uei === undefined
        ? none
        : `case when vendor_kind = 'organisation' and @matches(upper(trim(${cells.uei})), '^[A-Z0-9]{12}$') then upper(trim(${cells.uei})) end`,
    product_code: cells.product === undefined ? none : code(cells.product, 4),
    industry_code: cells.industry === undefined ? none : code(cells.industry, 6),
    extent_competed:
      cells.extent === undefined ? none : eitherCode(cells.extent, cells.extent, swappable.extentCompeted),
    procedure:
      cells.procedure === undefined
        ? none
        : eitherCode(cells.procedure, cells.procedure, swappable.procedure),
    offers: `case when @matches(trim(${offers}), '^[0-9]{1,6}$') then try_cast(trim(${offers}) as integer) end`,
    solicitation: cells.solicitation === undefined ? none : identifier(cells.solicitation),
    description:
      cells.description === undefined
        ? none
        : `case when vendor_kind <> 'individual' then ${vocabularyText(cells.description)} end`,
    secondary: String(cells.secondary ?? false),
  };
  return { prepare: { vendor_kind: vendorKind }, columns };
}

const statements = {
  ...base,
  shape: awardStatements,
  coverage: 'window' as const,
  withholdWhen: 'piid is null or record_kind is null',
  eventDate: 'coalesce(stated_on, signed_on)',
  problems: [{ column: 'recipient', code: personsCode, when: `vendor_state = 'individual'` }],
};

const awardKind = (cell: string) =>
  `case when upper(${cell}) like 'CONT_IDV%' then 'idv' when upper(${cell}) like 'CONT_AW%' then 'award' end`;

/** Layouts of what is stated of an award as a whole. */
export const statementLayouts: readonly Layout[] = [
  {
    ...statements,
    id: 'usaspending-api-award',
    title: 'USAspending API v2, one award',
    source: 'usaspending-api',
    publisher: usaspending,
    requires: ['generated_unique_award_id', 'piid', 'category', 'total_obligation', 'date_signed'],
    ...statement({
      kind: awardKind('{generated_unique_award_id}'),
      piid: '{piid}',
      agency: 'coalesce({awarding_agency/subtier_agency/code}, {awarding_agency/toptier_agency/code})',
      parentPiid: '{parent_award/piid}',
      parentAgency: '{parent_award/sub_agency_id}',
      statedOn: '{period_of_performance/last_modified_date}',
      signedOn: '{date_signed}',
      currentEnd: '{period_of_performance/end_date}',
      obligation: '{total_obligation}',
      ceiling: '{base_and_all_options}',
      vendor: '{recipient/recipient_name}',
      vendorType: '{recipient/business_categories}',
      uei: '{recipient/recipient_uei}',
      product: '{latest_transaction_contract_data/product_or_service_code}',
      industry: '{latest_transaction_contract_data/naics}',
      extent: '{latest_transaction_contract_data/extent_competed}',
      procedure: '{latest_transaction_contract_data/solicitation_procedures}',
      offers: '{latest_transaction_contract_data/number_of_offers_received}',
      solicitation: '{latest_transaction_contract_data/solicitation_identifier}',
      description: '{description}',
    }),
  },
  {
    ...statements,
    id: 'usaspending-api-orders',
    title: 'USAspending API v2, orders of a vehicle',
    source: 'usaspending-api',
    publisher: usaspending,
    requires: ['generated_unique_award_id', 'piid', 'award_type', 'obligated_amount', 'award_id'],
    ...statement({
      kind: awardKind('{generated_unique_award_id}'),
      piid: '{piid}',
      agency: awardPart('{generated_unique_award_id}', 4),
      parentPiid: awardPart('{generated_unique_award_id}', 5),
      parentAgency: awardPart('{generated_unique_award_id}', 6),
      statedOn: '{period_of_performance_start_date}',
      signedOn: '{period_of_performance_start_date}',
      currentEnd: '{period_of_performance_current_end_date}',
      orderingEnd: '{last_date_to_order}',
      obligation: '{obligated_amount}',
      description: '{description}',
    }),
  },
  {
    ...statements,
    id: 'usaspending-award-summaries',
    title: 'USAspending prime award summaries download, awards and vehicles',
    source: 'usaspending-award-summaries',
    publisher: usaspending,
    requires: [
      'contract_award_unique_key',
      'award_id_piid',
      'potential_total_value_of_award',
      'award_base_action_date',
      'recipient_name',
      'awarding_sub_agency_code',
    ],
    forbids: ['modification_number', 'contract_transaction_unique_key'],
    ...statement({
      kind: awardKind('{contract_award_unique_key}'),
      piid: '{award_id_piid}',
      agency: '{awarding_sub_agency_code}',
      parentPiid: '{parent_award_id_piid}',
      parentAgency: '{parent_award_agency_id}',
      statedOn: 'coalesce({award_latest_action_date}, {last_modified_date})',
      signedOn: '{award_base_action_date}',
      currentEnd: '{period_of_performance_current_end_date}',
      orderingEnd: '{ordering_period_end_date}',
      obligation: '{total_obligated_amount}',
      ceiling: '{potential_total_value_of_award}',
      vendor: '{recipient_name}',
      vendorType: `case when lower({sole_proprietorship}) in ('t', 'true') then 'SOLE' else {organizational_type} end`,
      uei: '{recipient_uei}',
      product: '{product_or_service_code}',
      industry: '{naics_code}',
      extent: 'coalesce({extent_competed_code}, {extent_competed})',
      procedure: 'coalesce({solicitation_procedures_code}, {solicitation_procedures})',
      offers: '{number_of_offers_received}',
      solicitation: '{solicitation_identifier}',
      description: '{prime_award_base_transaction_description}',
    }),
  },
  {
    ...statements,
    id: 'ocds-contracts',
    title: 'OCDS release or record package, contracts',
    source: 'ocds',
    publisher: 'The publisher of the OCDS package',
    requires: ['id', 'awardid', '../ocid'],
    ...statement({
      kind: `'award'`,
      piid: '{id}',
      agency: 'cast(null as varchar)',
      statedOn: 'coalesce({../date}, {datesigned})',
      signedOn: '{datesigned}',
      currentEnd: '{period/enddate}',
      currency: '{value/currency}',
      ceiling: '{value/amount}',
      vendor: '{../awards/suppliers/name}',
      offers: '{../tender/numberoftenderers}',
      description: 'coalesce({description}, {title})',
    }),
  },
  {
    ...statements,
    id: 'typed-vehicles',
    title: 'typed-in form: vehicles of a family with their ceilings',
    source: 'typed-vehicles',
    publisher: typist,
    requires: [
      'idv_piid',
      'awarding_sub_agency_code',
      'potential_total_value_of_award',
      'solicitation_identifier',
      'action_date',
    ],
    ...statement({
      kind: `'idv'`,
      piid: '{idv_piid}',
      agency: '{awarding_sub_agency_code}',
      statedOn: '{action_date}',
      signedOn: '{action_date}',
      ceiling: '{potential_total_value_of_award}',
      vendor: '{recipient_name}',
      product: '{product_or_service_code}',
      industry: '{naics_code}',
      offers: '{number_of_offers_received}',
      solicitation: '{solicitation_identifier}',
      secondary: true,
    }),
  },
];
