/** One invented action, from which every layout's row is written. Amounts are dollars and cents as text. */
export interface InventedAction {
  kind?: 'award' | 'idv';
  piid: string;
  agency?: string;
  mod?: string;
  parent?: string;
  parentAgency?: string;
  date: string;
  obligation?: string;
  ceiling?: string;
  vendor: string;
  uei?: string;
  product?: string;
  productText?: string;
  industry?: string;
  industryText?: string;
  description?: string;
  extent?: string;
  procedure?: string;
  fairOpportunity?: string;
  noCompetition?: string;
  offers?: string;
  vehicleOffers?: string;
  solicitation?: string;
  orderingEnd?: string;
  currentEnd?: string;
  actionKind?: string;
  undefinitised?: string;
  reported?: string;
  lastModified?: string;
  office?: string;
  soleProprietor?: boolean;
  correction?: string;
  /** Cells of columns that a person's details are in; written as they are. */
  more?: Readonly<Record<string, string>>;
}

/** A CSV cell, quoted where it must be. */
export const cell = (text: string | undefined): string =>
  text === undefined ? '' : /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
export const csvText = (rows: readonly (readonly (string | undefined)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

const agencyOf = (action: InventedAction) => action.agency ?? '7099';
const key = (action: InventedAction) =>
  action.kind === 'idv'
    ? `CONT_IDV_${action.piid}_${agencyOf(action)}`
    : `CONT_AWD_${action.piid}_${agencyOf(action)}_${action.parent ?? '-NONE-'}_${action.parent ? (action.parentAgency ?? '7099') : '-NONE-'}`;

/** The transaction search export, with its ten columns or, without the award key, nine. */
export function searchCsv(actions: readonly InventedAction[], columns: 9 | 10 = 10): string {
  const header = [
    'Agency',
    'Award ID',
    'Recipient Name',
    'Federal Action Obligation',
    'Action Date',
    'Modification',
    'Product/Service Description',
    'NAICS Description',
    'Transaction Description',
    'Generated Award ID',
  ];
  const rows = actions.map((a) => [
    'ICE',
    a.piid,
    a.vendor,
    a.obligation ?? '0.0',
    a.date,
    a.mod ?? '0',
    a.productText ?? 'SUPPORT- PROFESSIONAL: OTHER',
    a.industryText ?? 'INVESTIGATION SERVICES',
    a.description,
    key(a),
  ]);
  return csvText([header, ...rows].map((row) => row.slice(0, columns)));
}

const downloadColumns: Record<string, (action: InventedAction) => string | undefined> = {
  contract_transaction_unique_key: (a) =>
    `${agencyOf(a)}_${a.parentAgency ?? '-none-'}_${a.piid}_${a.mod ?? '0'}_${a.parent ?? '-none-'}_0`,
  contract_award_unique_key: key,
  award_id_piid: (a) => a.piid,
  modification_number: (a) => a.mod ?? '0',
  transaction_number: () => '0',
  parent_award_agency_id: (a) => (a.parent ? (a.parentAgency ?? '7099') : undefined),
  parent_award_id_piid: (a) => a.parent,
  federal_action_obligation: (a) => a.obligation ?? '0.00',
  base_and_all_options_value: (a) => a.ceiling,
  action_date: (a) => a.date,
  period_of_performance_current_end_date: (a) => a.currentEnd,
  ordering_period_end_date: (a) => a.orderingEnd,
  awarding_sub_agency_code: agencyOf,
  awarding_sub_agency_name: () => 'OFFICE OF INVENTED AFFAIRS',
  awarding_office_code: (a) => a.office ?? '70INV1',
  recipient_uei: (a) => a.uei,
  recipient_name: (a) => a.vendor,
  award_or_idv_flag: (a) => (a.kind === 'idv' ? 'IDV' : 'AWARD'),
  action_type_code: (a) => a.actionKind,
  extent_competed_code: (a) => a.extent,
  solicitation_procedures_code: (a) => a.procedure,
  fair_opportunity_limited_sources_code: (a) => a.fairOpportunity,
  other_than_full_and_open_competition_code: (a) => a.noCompetition,
  number_of_offers_received: (a) => a.offers,
  solicitation_identifier: (a) => a.solicitation,
  product_or_service_code: (a) => a.product,
  naics_code: (a) => a.industry,
  undefinitized_action_code: (a) => a.undefinitised,
  transaction_description: (a) => a.description,
  sole_proprietorship: (a) => (a.soleProprietor ? 't' : 'f'),
  initial_report_date: (a) => a.reported,
  last_modified_date: (a) => a.lastModified ?? a.date,
};

/** The transactions download, the columns that are read and those of `more`; with `correction` the monthly delta. */
export function downloadCsv(actions: readonly InventedAction[]): string {
  const more = [...new Set(actions.flatMap((action) => Object.keys(action.more ?? {})))];
  const delta = actions.some((action) => action.correction !== undefined);
  const names = Object.keys(downloadColumns);
  const header = [...(delta ? ['correction_delete_ind', 'agency_id'] : []), ...names, ...more];
  const row = (action: InventedAction) => {
    const deleted = action.correction === 'D';
    const kept = new Set(['contract_transaction_unique_key', 'last_modified_date']);
    return [
      ...(delta ? [action.correction, '070'] : []),
      ...names.map((name) => (deleted && !kept.has(name) ? undefined : downloadColumns[name]?.(action))),
      ...more.map((name) => action.more?.[name]),
    ];
  };
  return csvText([header, ...actions.map(row)]);
}

const xml = (text: string | undefined) =>
  (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<ns1:${name}>${xml(text)}</ns1:${name}>`;

/** One page of an FPDS Atom feed; `start` and `last` are the first entries of this page and of the last one. */
export function atomPage(actions: readonly InventedAction[], start = 0, last = 0): string {
  const link = (rel: string, at: number) =>
    `<link rel="${rel}" type="text/html" href="https://feed.example.invalid/ATOM?q=PIID&amp;start=${at}"></link>`;
  const entry = (a: InventedAction) => {
    const idv = a.kind === 'idv';
    const id = `<ns1:agencyID name="OFFICE OF INVENTED AFFAIRS">${agencyOf(a)}</ns1:agencyID>${element('PIID', a.piid)}${element('modNumber', a.mod ?? '0')}${idv ? '' : element('transactionNumber', '0')}`;
    const parent = a.parent
      ? `<ns1:referencedIDVID><ns1:agencyID>${a.parentAgency ?? '7099'}</ns1:agencyID>${element('PIID', a.parent)}</ns1:referencedIDVID>`
      : '';
    const head = idv
      ? `<ns1:contractID><ns1:IDVID>${id}</ns1:IDVID>${parent}</ns1:contractID>`
      : `<ns1:awardID><ns1:awardContractID>${id}</ns1:awardContractID>${parent}</ns1:awardID>`;
    const name = idv ? 'IDV' : 'award';
    const more = (field: string) => element(field, a.more?.[field]);
    return `<entry><title><![CDATA[${idv ? 'IDC' : 'ORDER'} ${a.piid} awarded to ${a.vendor}]]></title>${link('alternate', 0)}<modified>${a.date} 12:00:00</modified>
<content xmlns:ns1="https://www.fpds.gov/FPDS" type="application/xml"><ns1:${name} version="1.5">${head}
<ns1:relevantContractDates>${element('signedDate', `${a.date} 00:00:00`)}${element('lastDateToOrder', a.orderingEnd)}${element('currentCompletionDate', a.currentEnd)}</ns1:relevantContractDates>
<ns1:dollarValues>${element('obligatedAmount', a.obligation ?? '0.00')}${element('baseAndAllOptionsValue', a.ceiling)}</ns1:dollarValues>
<ns1:purchaserInformation><ns1:contractingOfficeID name="INVENTED OFFICE">${a.office ?? '70INV1'}</ns1:contractingOfficeID></ns1:purchaserInformation>
<ns1:contractData>${element('contractActionType', idv ? 'B' : 'C')}${element('reasonForModification', a.actionKind)}${element('solicitationID', a.solicitation)}${element('descriptionOfContractRequirement', a.description)}</ns1:contractData>
<ns1:productOrServiceInformation>${element('productOrServiceCode', a.product)}${element('principalNAICSCode', a.industry)}</ns1:productOrServiceInformation>
<ns1:vendor><ns1:vendorHeader>${element('vendorName', a.vendor)}</ns1:vendorHeader><ns1:vendorSiteDetails><ns1:vendorBusinessTypes><ns1:businessOrOrganizationType><ns1:isSolePropreitorship>${a.soleProprietor ?? false}</ns1:isSolePropreitorship></ns1:businessOrOrganizationType></ns1:vendorBusinessTypes><ns1:vendorLocation>${more('streetAddress')}${more('phoneNo')}${more('faxNo')}${more('ZIPCode')}</ns1:vendorLocation><ns1:entityIdentifiers><ns1:vendorUEIInformation>${element('UEI', a.uei)}</ns1:vendorUEIInformation></ns1:entityIdentifiers></ns1:vendorSiteDetails></ns1:vendor>
<ns1:competition>${element('extentCompeted', a.extent)}${element('statutoryExceptionToFairOpportunity', a.fairOpportunity)}${element('numberOfOffersReceived', a.offers)}${element('idvNumberOfOffersReceived', a.vehicleOffers)}</ns1:competition>
<ns1:transactionInformation>${more('createdBy')}${element('createdDate', a.reported ? `${a.reported} 10:00:00` : undefined)}${more('lastModifiedBy')}${element('lastModifiedDate', `${a.lastModified ?? a.date} 12:00:00`)}${more('approvedBy')}</ns1:transactionInformation>
</ns1:${name}></content></entry>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>FPDS-NG search results (invented)</title>${link('alternate', start)}${link('last', last)}<modified/><author><name/></author>
${actions.map(entry).join('\n')}
</feed>
`;
}
