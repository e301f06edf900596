import { readFileSync } from 'node:fs';
import { personsCode, typist } from '../../project/edition.ts';
import type { Layout } from '../../read/layout.ts';
import { vocabularyText } from '../../read/vocabulary.ts';
import {
  type ActionCells,
  actionColumns,
  actionHelpers,
  actionProblems,
  swappable,
} from './action-columns.ts';
import { amount, code, type DateStyle, dateIn, eitherCode, identifier, mayBePerson } from './door.ts';
import { awardStatements, contractActions, contractNotices, contractTerms, familyLines } from './shapes.ts';

/**
 * The declared order of richness: where two sources carry one action, each fact comes from the first of these that
 * has it, and the receipt names that source's row.
 */
export const richness = { fpds: 10, download: 20, download2018: 30, search: 40, api: 50, typed: 60 } as const;

const usaspending = 'U.S. Department of the Treasury, USAspending.gov';
const fpds = 'U.S. General Services Administration, FPDS';

/** What a yearly file covers: the agencies whose actions it holds, and the fiscal years, slips of a date aside. */
const agencyAndYears = (() => {
  const fiscal = '(year(action_date) + case when month(action_date) >= 10 then 1 else 0 end)';
  const agencies = `case when count(distinct agency_id) <= 3 then string_agg(distinct agency_id, '+' order by agency_id) else string_agg(distinct left(agency_id, 2) || 'xx', '+' order by left(agency_id, 2) || 'xx') end`;
  const first = `quantile_disc(${fiscal}, 0.01)`;
  const last = `quantile_disc(${fiscal}, 0.99)`;
  return `${agencies} || ' FY' || ${first} || case when ${last} > ${first} then '-' || ${last} else '' end`;
})();

const base = { version: 1, kind: 'contracts', forbids: [], links: [], eventOutsideReason: 'false' } as const;

const actions = {
  ...base,
  shape: contractActions,
  withholdWhen: 'piid is null or modification is null or record_kind is null',
  eventDate: 'action_date',
  problems: actionProblems,
} as const;

const part = (cell: string, index: number) => `nullif(upper(split_part(${cell}, '_', ${index})), '-NONE-')`;

/** `CONT_AWD_<piid>_<agency>_<parent piid>_<parent agency>`. */
const searchCells: ActionCells = {
  recordKind: `case when {generated award id} like 'CONT_IDV%' then 'idv' else 'award' end`,
  piid: '{award id}',
  agencyId: `coalesce(${part('{generated award id}', 4)}, case upper(trim({agency})) when 'ICE' then '7012' when 'CBP' then '7014' when 'USCIS' then '7003' when 'TSA' then '7013' when 'FEMA' then '7022' when 'USSS' then '7009' when 'USCG' then '7008' end)`,
  modification: '{modification}',
  parentPiid: part('{generated award id}', 5),
  parentAgencyId: part('{generated award id}', 6),
  actionDate: '{action date}',
  obligation: '{federal action obligation}',
  vendorName: '{recipient name}',
  productText: '{product/service description}',
  industryText: '{naics description}',
  description: '{transaction description}',
};

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

const organisationFlags = [
  'corporate_entity_not_tax_exempt',
  'corporate_entity_tax_exempt',
  'limited_liability_corporation',
  'nonprofit_organization',
  'us_federal_government',
  'us_state_government',
  'us_local_government',
  'us_tribal_government',
  'foreign_government',
  'educational_institution',
];

const downloadCells: ActionCells = {
  recordKind: `case when upper(trim({award_or_idv_flag})) = 'IDV' then 'idv' else 'award' end`,
  piid: '{award_id_piid}',
  agencyId: '{awarding_sub_agency_code}',
  modification: '{modification_number}',
  transactionNumber: '{transaction_number}',
  parentPiid: '{parent_award_id_piid}',
  parentAgencyId: '{parent_award_agency_id}',
  actionDate: '{action_date}',
  reportedAt: '{initial_report_date}',
  lastModified: '{last_modified_date}',
  startDate: '{period_of_performance_start_date}',
  currentEnd: '{period_of_performance_current_end_date}',
  potentialEnd: '{period_of_performance_potential_end_date}',
  orderingEnd: '{ordering_period_end_date}',
  obligation: '{federal_action_obligation}',
  exercised: '{base_and_exercised_options_value}',
  ceiling: '{base_and_all_options_value}',
  statedObligation: '{total_dollars_obligated}',
  statedExercised: '{current_total_value_of_award}',
  statedCeiling: '{potential_total_value_of_award}',
  agencyName: '{awarding_sub_agency_name}',
  officeId: '{awarding_office_code}',
  officeName: '{awarding_office_name}',
  fundingAgencyId: '{funding_sub_agency_code}',
  vendorName: '{recipient_name}',
  personFlags: ['{sole_proprietorship}'],
  organisationFlags: organisationFlags.map((header) => `{${header}}`),
  organisationType: '{organizational_type}',
  uei: '{recipient_uei}',
  duns: '{recipient_duns}',
  parentUei: '{recipient_parent_uei}',
  parentName: '{recipient_parent_name}',
  productCode: '{product_or_service_code}',
  productText: '{product_or_service_code_description}',
  industryCode: '{naics_code}',
  industryText: '{naics_description}',
  actionKind: '{action_type_code}',
  awardType: '{award_type_code}',
  vehicleType: ['{idv_type_code}', '{idv_type}'],
  indefiniteType: ['{type_of_idc_code}', '{type_of_idc}'],
  multipleOrSingle: '{multiple_or_single_award_idv_code}',
  pricing: '{type_of_contract_pricing_code}',
  extentCompeted: ['{extent_competed_code}', '{extent_competed}'],
  procedure: ['{solicitation_procedures_code}', '{solicitation_procedures}'],
  setAside: '{type_of_set_aside_code}',
  noCompetitionReason: '{other_than_full_and_open_competition_code}',
  fairOpportunity: '{fair_opportunity_limited_sources_code}',
  offers: '{number_of_offers_received}',
  solicitation: '{solicitation_identifier}',
  undefinitised: '{undefinitized_action_code}',
  description: '{transaction_description}',
};

const downloadRequires = [
  'contract_transaction_unique_key',
  'contract_award_unique_key',
  'award_id_piid',
  'modification_number',
  'transaction_number',
  'federal_action_obligation',
  'base_and_all_options_value',
  'action_date',
  'awarding_sub_agency_code',
  'recipient_name',
  'award_or_idv_flag',
  'last_modified_date',
];

/** A deleted row has only its key: `<agency>_<parent agency>_<piid>_<modification>_<parent piid>_<transaction>`. */
const keyPart = (index: number) =>
  `nullif(nullif(split_part({contract_transaction_unique_key}, '_', ${index}), '-none-'), '-NONE-')`;
const deltaCells: ActionCells = {
  ...downloadCells,
  correction: '{correction_delete_ind}',
  piid: `coalesce({award_id_piid}, ${keyPart(3)})`,
  agencyId: `coalesce({awarding_sub_agency_code}, ${keyPart(1)})`,
  modification: `coalesce({modification_number}, ${keyPart(4)})`,
  transactionNumber: `coalesce({transaction_number}, ${keyPart(6)})`,
  parentPiid: `coalesce({parent_award_id_piid}, ${keyPart(5)})`,
  parentAgencyId: `coalesce({parent_award_agency_id}, ${keyPart(2)})`,
};

const headers2018 = readFileSync(new URL('./headers-2018.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const cells2018: ActionCells = {
  ...downloadCells,
  parentPiid: '{parent_award_id}',
  reportedAt: 'cast(null as varchar)',
  description: '{award_description}',
};

const both = (path: string) => `coalesce({content/award/${path}}, {content/idv/${path}})`;
const organisationPath = 'vendor/vendorsitedetails/vendorbusinesstypes/businessororganizationtype';

const atomCells: ActionCells = {
  recordKind: `case when {content/idv/contractid/idvid/piid} is not null then 'idv' when {content/award/awardid/awardcontractid/piid} is not null then 'award' end`,
  piid: 'coalesce({content/award/awardid/awardcontractid/piid}, {content/idv/contractid/idvid/piid})',
  agencyId:
    'coalesce({content/award/awardid/awardcontractid/agencyid}, {content/idv/contractid/idvid/agencyid})',
  modification:
    'coalesce({content/award/awardid/awardcontractid/modnumber}, {content/idv/contractid/idvid/modnumber})',
  transactionNumber: '{content/award/awardid/awardcontractid/transactionnumber}',
  parentPiid:
    'coalesce({content/award/awardid/referencedidvid/piid}, {content/idv/contractid/referencedidvid/piid})',
  parentAgencyId:
    'coalesce({content/award/awardid/referencedidvid/agencyid}, {content/idv/contractid/referencedidvid/agencyid})',
  actionDate: both('relevantcontractdates/signeddate'),
  reportedAt: both('transactioninformation/createddate'),
  lastModified: both('transactioninformation/lastmodifieddate'),
  startDate: both('relevantcontractdates/effectivedate'),
  currentEnd: '{content/award/relevantcontractdates/currentcompletiondate}',
  potentialEnd: '{content/award/relevantcontractdates/ultimatecompletiondate}',
  orderingEnd: '{content/idv/relevantcontractdates/lastdatetoorder}',
  obligation: both('dollarvalues/obligatedamount'),
  exercised: both('dollarvalues/baseandexercisedoptionsvalue'),
  ceiling: both('dollarvalues/baseandalloptionsvalue'),
  statedObligation: both('totaldollarvalues/totalobligatedamount'),
  statedExercised: both('totaldollarvalues/totalbaseandexercisedoptionsvalue'),
  statedCeiling: both('totaldollarvalues/totalbaseandalloptionsvalue'),
  agencyName: both('purchaserinformation/contractingofficeagencyid@name'),
  officeId: both('purchaserinformation/contractingofficeid'),
  officeName: both('purchaserinformation/contractingofficeid@name'),
  fundingAgencyId: both('purchaserinformation/fundingrequestingagencyid'),
  vendorName: both('vendor/vendorheader/vendorname'),
  personFlags: [both(`${organisationPath}/issolepropreitorship`)],
  organisationFlags: [
    both(`${organisationPath}/iscorporateentitynottaxexempt`),
    both(`${organisationPath}/iscorporateentitytaxexempt`),
    both('vendor/vendorsitedetails/vendororganizationfactors/islimitedliabilitycorporation'),
    both('vendor/vendorsitedetails/vendororganizationfactors/profitstructure/isnonprofitorganization'),
    both('vendor/vendorsitedetails/vendorbusinesstypes/isstategovernment'),
  ],
  organisationType: both('vendor/vendorsitedetails/vendororganizationfactors/organizationaltype'),
  uei: both('vendor/vendorsitedetails/entityidentifiers/vendorueiinformation/uei'),
  parentUei: both('vendor/vendorsitedetails/entityidentifiers/vendorueiinformation/ultimateparentuei'),
  parentName: both('vendor/vendorsitedetails/entityidentifiers/vendorueiinformation/ultimateparentueiname'),
  productCode: both('productorserviceinformation/productorservicecode'),
  productText: both('productorserviceinformation/productorservicecode@description'),
  industryCode: both('productorserviceinformation/principalnaicscode'),
  industryText: both('productorserviceinformation/principalnaicscode@description'),
  actionKind: both('contractdata/reasonformodification'),
  awardType: '{content/award/contractdata/contractactiontype}',
  vehicleType: [
    '{content/idv/contractdata/contractactiontype}',
    '{content/idv/contractdata/contractactiontype}',
  ],
  indefiniteType: ['{content/idv/contractdata/typeofidc}', '{content/idv/contractdata/typeofidc}'],
  multipleOrSingle: both('contractdata/multipleorsingleawardidc'),
  pricing: both('contractdata/typeofcontractpricing'),
  extentCompeted: [both('competition/extentcompeted'), both('competition/extentcompeted')],
  procedure: [both('competition/solicitationprocedures'), both('competition/solicitationprocedures')],
  setAside: both('competition/typeofsetaside'),
  noCompetitionReason: both('competition/reasonnotcompeted'),
  fairOpportunity: both('competition/statutoryexceptiontofairopportunity'),
  offers: both('competition/numberofoffersreceived'),
  vehicleOffers: both('competition/idvnumberofoffersreceived'),
  solicitation: both('contractdata/solicitationid'),
  undefinitised: both('contractdata/undefinitizedaction'),
  description: both('contractdata/descriptionofcontractrequirement'),
  feedStart: `@extract({../link[alternate]@href}, '[&?]start=([0-9]+)', 1)`,
  feedLast: `@extract({../link[last]@href}, '[&?]start=([0-9]+)', 1)`,
};

/** `CONT_TX_<agency>_<parent agency>_<piid>_<modification>_<parent piid>_<transaction>`. */
const apiCells: ActionCells = {
  recordKind: `case when {id} like 'CONT_TX%' then case when {type} like 'IDV%' then 'idv' else 'award' end end`,
  piid: part('{id}', 5),
  agencyId: part('{id}', 3),
  modification: `coalesce({modification_number}, ${part('{id}', 6)})`,
  transactionNumber: part('{id}', 8),
  parentPiid: part('{id}', 7),
  parentAgencyId: part('{id}', 4),
  actionDate: '{action_date}',
  obligation: '{federal_action_obligation}',
  vendorName: 'cast(null as varchar)',
  actionKind: '{action_type}',
  awardType: '{type}',
  description: '{description}',
};

const typedCells: ActionCells = {
  recordKind: `case lower(trim({record_kind})) when 'idv' then 'idv' when 'award' then 'award' end`,
  piid: '{piid}',
  agencyId: '{agency_id}',
  modification: '{mod_number}',
  transactionNumber: '{transaction_number}',
  parentPiid: '{ref_idv_piid}',
  parentAgencyId: '{ref_idv_agency_id}',
  actionDate: '{signed_date}',
  reportedAt: '{created_date}',
  lastModified: '{last_modified_date}',
  startDate: '{effective_date}',
  currentEnd: '{current_completion_date}',
  potentialEnd: '{ultimate_completion_date}',
  orderingEnd: '{last_date_to_order}',
  obligation: '{obligated_amount}',
  exercised: '{base_and_exercised_options_value}',
  ceiling: '{base_and_all_options_value}',
  statedObligation: '{total_obligated_amount}',
  statedExercised: '{total_base_and_exercised_options_value}',
  statedCeiling: '{total_base_and_all_options_value}',
  vendorName: '{vendor_name}',
  uei: '{uei}',
  parentUei: '{ultimate_parent_uei}',
  productCode: '{psc}',
  industryCode: '{naics}',
  actionKind: '{reason_for_modification}',
  awardType: `case when lower(trim({record_kind})) = 'award' then {contract_action_type} end`,
  vehicleType: [
    `case when lower(trim({record_kind})) = 'idv' then {contract_action_type} end`,
    'cast(null as varchar)',
  ],
  indefiniteType: ['{type_of_idc}', '{type_of_idc}'],
  multipleOrSingle: '{multiple_or_single}',
  pricing: '{type_of_contract_pricing}',
  extentCompeted: ['{extent_competed}', '{extent_competed}'],
  procedure: ['{solicitation_procedures}', '{solicitation_procedures}'],
  fairOpportunity: '{statutory_exception_to_fair_opportunity}',
  offers: '{number_of_offers}',
  vehicleOffers: '{idv_number_of_offers}',
  solicitation: '{solicitation_id}',
  description: '{description}',
};

const actionLayouts: readonly Layout[] = [
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

const statementLayouts: readonly Layout[] = [
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
      agency: part('{generated_unique_award_id}', 4),
      parentPiid: part('{generated_unique_award_id}', 5),
      parentAgency: part('{generated_unique_award_id}', 6),
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

const notices = {
  ...base,
  shape: contractNotices,
  coverage: 'window' as const,
  withholdWhen: 'solicitation is null and notice is null',
  eventDate: 'posted_on',
  problems: [],
};
const noText = 'cast(null as varchar)';
const noMoney = 'cast(null as decimal(18, 2))';
const noticeWords = `'^(AWARD NOTICE|COMBINED SYNOPSIS/SOLICITATION|SOLICITATION|PRESOLICITATION|SOURCES SOUGHT|SPECIAL NOTICE|JUSTIFICATION|INTENT TO BUNDLE REQUIREMENTS.*|SALE OF SURPLUS PROPERTY)$'`;

const noticeLayouts: readonly Layout[] = [
  {
    ...notices,
    id: 'sam-opportunities',
    title: 'SAM.gov opportunities',
    source: 'sam-opportunities',
    publisher: 'U.S. General Services Administration, SAM.gov',
    requires: ['noticeid', 'solicitationnumber', 'posteddate', 'type'],
    columns: {
      notice: `case when @matches(lower(trim({noticeid})), '^[0-9a-f]{32}$') then lower(trim({noticeid})) end`,
      solicitation: identifier('{solicitationnumber}'),
      version: noText,
      notice_type: `case when @matches(upper(@squash({type})), ${noticeWords}) then lower(@squash({type})) end`,
      posted_on: dateIn('{posteddate}', 'iso'),
      due_on: dateIn('{responsedeadline}', 'iso'),
      product_code: code('{classificationcode}', 4),
      industry_code: code('{naicscode}', 6),
      set_aside: code('{typeofsetaside}', 10),
      award_number: identifier('{award/number}'),
      awarded_on: dateIn('{award/date}', 'iso'),
      award_amount: amount('{award/amount}'),
      minimum_per_vehicle: noMoney,
      maximum_per_vehicle: noMoney,
      shared_ceiling: noMoney,
      title: vocabularyText('{title}'),
      secondary: 'false',
    },
  },
  {
    ...notices,
    id: 'typed-notices',
    title: 'typed-in form: versions of a solicitation',
    source: 'typed-notices',
    publisher: typist,
    requires: ['solicitation_identifier', 'version', 'posted_date', 'minimum_per_idiq', 'maximum_per_idiq'],
    columns: {
      notice: noText,
      solicitation: identifier('{solicitation_identifier}'),
      version: `case when @matches(lower(trim({version})), '^(original|(amendment|version) [0-9]{1,4})$') then lower(trim({version})) end`,
      notice_type: `'solicitation'`,
      posted_on: dateIn('{posted_date}', 'iso'),
      due_on: dateIn('{proposals_due}', 'iso'),
      product_code: noText,
      industry_code: code('{naics_code}', 6),
      set_aside: noText,
      award_number: noText,
      awarded_on: 'cast(null as date)',
      award_amount: noMoney,
      minimum_per_vehicle: amount('{minimum_per_idiq}'),
      maximum_per_vehicle: amount('{maximum_per_idiq}'),
      shared_ceiling: amount('{combined_shared_ceiling}'),
      title: vocabularyText('{note}'),
      secondary: 'true',
    },
  },
];

const document = (cell: string) =>
  `case when @matches(trim(${cell}), '^(https?://[^ @]{4,400}|[A-Za-z0-9][A-Za-z0-9 ._/#()-]{0,200})$') then trim(${cell}) end`;
const page = (cell: string) =>
  `case when @matches(trim(${cell}), '^[A-Za-z0-9., -]{1,20}$') then trim(${cell}) end`;

const typedLayouts: readonly Layout[] = [
  {
    ...base,
    id: 'contract-terms',
    title: 'contract terms (YAML)',
    source: 'contract-terms',
    publisher: typist,
    shape: contractTerms,
    coverage: 'window',
    requires: ['term', 'document'],
    anyOf: [['vehicle'], ['family']],
    withholdWhen: 'subject is null or term is null or document is null',
    eventDate: 'valid_from',
    problems: [
      { column: 'amount', code: 'neither-amount-nor-words', when: 'amount is null and words is null' },
    ],
    columns: {
      subject: identifier('coalesce({vehicle}, {family})'),
      subject_kind: `case when {vehicle} is not null then 'vehicle' else 'family' end`,
      term: `case when lower(trim({term})) in ('minimum-guarantee', 'ceiling-per-vehicle', 'shared-ceiling', 'ordering-period', 'price-per-case', 'cases', 'other') then lower(trim({term})) end`,
      amount: amount('{amount}'),
      words: vocabularyText('{words}'),
      valid_from: dateIn('{from}', 'iso'),
      document: document('{document}'),
      page: page('{page}'),
      document_date: dateIn('{date}', 'iso'),
    },
  },
  {
    ...base,
    id: 'contract-families',
    title: 'vehicles of a family (YAML)',
    source: 'contract-families',
    publisher: typist,
    shape: familyLines,
    coverage: 'window',
    requires: ['piid', '../family', 'document'],
    withholdWhen: 'family is null or piid is null or document is null',
    eventDate: null,
    problems: [],
    columns: {
      family: identifier('{../family}'),
      piid: identifier('{piid}'),
      agency_id: code('coalesce({agency}, {../agency})', 6),
      doubtful: `coalesce(lower({doubtful}) = 'true', false)`,
      document: document('{document}'),
      page: page('{page}'),
    },
  },
];

/** Every way in which contract records are known to come. */
export const contractLayouts: readonly Layout[] = [
  ...actionLayouts,
  ...statementLayouts,
  ...noticeLayouts,
  ...typedLayouts,
];
