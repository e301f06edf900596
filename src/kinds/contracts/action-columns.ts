import { personsCode } from '../../project/edition.ts';
import type { ProblemRule } from '../../read/layout.ts';
import { vocabularyText } from '../../read/vocabulary.ts';
import {
  amount,
  amountState,
  anyTrue,
  code,
  type DateStyle,
  dateIn,
  dateState,
  eitherCode,
  identifier,
  label,
  mayBePerson,
  momentIn,
} from './door.ts';
import { contractActions } from './shapes.ts';

/**
 * Where a layout keeps each fact, as SQL over its cells (mostly one `{header}`). What a layout does not name is not in
 * its file, and null.
 */
export interface ActionCells {
  /** SQL that says `award` or `idv`. */
  recordKind: string;
  piid: string;
  agencyId: string;
  modification: string;
  transactionNumber?: string;
  parentPiid?: string;
  parentAgencyId?: string;
  correction?: string;
  actionDate: string;
  reportedAt?: string;
  lastModified?: string;
  startDate?: string;
  currentEnd?: string;
  potentialEnd?: string;
  orderingEnd?: string;
  obligation: string;
  exercised?: string;
  ceiling?: string;
  statedObligation?: string;
  statedExercised?: string;
  statedCeiling?: string;
  agencyName?: string;
  officeId?: string;
  officeName?: string;
  fundingAgencyId?: string;
  vendorName: string;
  /** Cells that say that the recipient is a person or a sole proprietor. */
  personFlags?: readonly string[];
  /** Cells that say that it is an organisation, whatever its name. */
  organisationFlags?: readonly string[];
  /** A cell with the type of organisation in words. */
  organisationType?: string;
  uei?: string;
  duns?: string;
  parentUei?: string;
  parentName?: string;
  productCode?: string;
  productText?: string;
  industryCode?: string;
  industryText?: string;
  actionKind?: string;
  awardType?: string;
  vehicleType?: readonly [code: string, label: string];
  indefiniteType?: readonly [code: string, label: string];
  multipleOrSingle?: string;
  pricing?: string;
  extentCompeted?: readonly [code: string, label: string];
  procedure?: readonly [code: string, label: string];
  setAside?: string;
  noCompetitionReason?: string;
  fairOpportunity?: string;
  offers?: string;
  vehicleOffers?: string;
  solicitation?: string;
  undefinitised?: string;
  description: string;
  feedStart?: string;
  feedLast?: string;
}

const none = 'cast(null as varchar)';

/** The codes of the four columns that have come with code and label swapped since July 2026. */
export const swappable = {
  vehicleType: ['A', 'B', 'C', 'D', 'E'],
  indefiniteType: ['A', 'B', 'C'],
  extentCompeted: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'CDO', 'NDO'],
  procedure: ['NP', 'SB', 'TS', 'AE', 'BR', 'AS', 'SP1', 'MAFO', 'SSS'],
} as const;

/** SQL: the modification as it is compared: upper case, zeros before a plain number taken off, so that `00` is `0`. */
const modification = (cell: string) => {
  const text = `upper(trim(${cell}))`;
  return `case
    when @squash(${cell}) is null then '0'
    when @matches(${text}, '^[0-9]{1,12}$') then coalesce(nullif(ltrim(${text}, '0'), ''), '0')
    when @matches(${text}, '^[A-Z0-9._/-]{1,25}$') then ${text}
  end`;
};

const count = (cell: string) =>
  `case when @matches(trim(${cell}), '^[0-9]{1,6}([.]0+)?$') then try_cast(split_part(trim(${cell}), '.', 1) as integer) end`;

/** What the columns of an action are worked out from, once a row. */
export function actionHelpers(cells: ActionCells): Record<string, string> {
  return { vendor_kind: vendorState(cells) };
}

/** The record columns of an action, in the order of the shape. `rank` is the layout's place in the order of richness. */
export function actionColumns(cells: ActionCells, dates: DateStyle, rank: number): Record<string, string> {
  const date = (cell: string | undefined) =>
    cell === undefined ? 'cast(null as date)' : dateIn(cell, dates);
  const moment = (cell: string | undefined) =>
    cell === undefined ? 'cast(null as timestamp)' : momentIn(cell, dates);
  const money = (cell: string | undefined) =>
    cell === undefined ? 'cast(null as decimal(18, 2))' : amount(cell);
  const coded = (cell: string | undefined, most: number) => (cell === undefined ? none : code(cell, most));
  const either = (pair: readonly [string, string] | undefined, known: readonly string[]) =>
    pair === undefined ? none : eitherCode(pair[0], pair[1], known);
  const whole = (cell: string | undefined) => (cell === undefined ? 'cast(null as integer)' : count(cell));
  const text = (cell: string | undefined) => (cell === undefined ? none : label(cell));
  const ofOrganisation = (sql: string) => `case when vendor_kind = 'organisation' then ${sql} end`;
  const named: Record<string, string> = {
    record_kind: cells.recordKind,
    piid: identifier(cells.piid),
    agency_id: code(cells.agencyId, 6),
    modification: modification(cells.modification),
    transaction_number:
      cells.transactionNumber === undefined
        ? `'0'`
        : `coalesce(nullif(ltrim(${code(cells.transactionNumber, 12)}, '0'), ''), '0')`,
    parent_piid: cells.parentPiid === undefined ? none : identifier(cells.parentPiid),
    parent_agency_id: coded(cells.parentAgencyId, 6),
    correction:
      cells.correction === undefined
        ? none
        : `case when upper(trim(${cells.correction})) in ('C', 'D') then upper(trim(${cells.correction})) end`,
    action_date: date(cells.actionDate),
    action_date_state: dateState(cells.actionDate, dates),
    reported_at: moment(cells.reportedAt),
    last_modified: moment(cells.lastModified),
    start_date: date(cells.startDate),
    current_end: date(cells.currentEnd),
    potential_end: date(cells.potentialEnd),
    ordering_end: date(cells.orderingEnd),
    obligation: money(cells.obligation),
    obligation_state: amountState(cells.obligation),
    exercised_change: money(cells.exercised),
    ceiling_change: money(cells.ceiling),
    ceiling_state: cells.ceiling === undefined ? `'no such column'` : amountState(cells.ceiling),
    stated_obligation: money(cells.statedObligation),
    stated_exercised: money(cells.statedExercised),
    stated_ceiling: money(cells.statedCeiling),
    agency_name: text(cells.agencyName),
    office_id: coded(cells.officeId, 10),
    office_name: text(cells.officeName),
    funding_agency_id: coded(cells.fundingAgencyId, 6),
    vendor_state: 'vendor_kind',
    vendor_name: ofOrganisation(`upper(@squash(${cells.vendorName}))`),
    vendor_uei:
      cells.uei === undefined
        ? none
        : ofOrganisation(
            `case when @matches(upper(trim(${cells.uei})), '^[A-Z0-9]{12}$') then upper(trim(${cells.uei})) end`,
          ),
    vendor_duns:
      cells.duns === undefined
        ? none
        : ofOrganisation(
            `case when @matches(trim(${cells.duns}), '^[0-9]{7,9}$') then lpad(trim(${cells.duns}), 9, '0') end`,
          ),
    parent_vendor_uei:
      cells.parentUei === undefined
        ? none
        : ofOrganisation(
            `case when @matches(upper(trim(${cells.parentUei})), '^[A-Z0-9]{12}$') then upper(trim(${cells.parentUei})) end`,
          ),
    parent_vendor_name:
      cells.parentName === undefined
        ? none
        : ofOrganisation(
            `case when not ${mayBePerson(cells.parentName)} then upper(@squash(${cells.parentName})) end`,
          ),
    product_code:
      cells.productCode === undefined
        ? none
        : `case when @matches(upper(trim(${cells.productCode})), '^[A-Z0-9]{1,4}$') then upper(trim(${cells.productCode})) end`,
    product_text: text(cells.productText),
    industry_code:
      cells.industryCode === undefined
        ? none
        : `case when @matches(trim(${cells.industryCode}), '^[0-9]{2,6}([.]0)?$') then split_part(trim(${cells.industryCode}), '.', 1) end`,
    industry_text: text(cells.industryText),
    action_kind: coded(cells.actionKind, 2),
    award_type: coded(cells.awardType, 2),
    vehicle_type: either(cells.vehicleType, swappable.vehicleType),
    indefinite_type: either(cells.indefiniteType, swappable.indefiniteType),
    multiple_or_single: coded(cells.multipleOrSingle, 1),
    pricing: coded(cells.pricing, 2),
    extent_competed: either(cells.extentCompeted, swappable.extentCompeted),
    procedure: either(cells.procedure, swappable.procedure),
    set_aside: coded(cells.setAside, 10),
    no_competition_reason: coded(cells.noCompetitionReason, 10),
    fair_opportunity: coded(cells.fairOpportunity, 10),
    offers: whole(cells.offers),
    vehicle_offers: whole(cells.vehicleOffers),
    solicitation: cells.solicitation === undefined ? none : identifier(cells.solicitation),
    undefinitised: coded(cells.undefinitised, 1),
    description: ofOrganisation(vocabularyText(cells.description)),
    codes_seen: codesSeen(cells),
    source_rank: String(rank),
    feed_start: whole(cells.feedStart),
    feed_last: whole(cells.feedLast),
  };
  return Object.fromEntries(
    Object.keys(contractActions.columns).map((name) => [name, named[name] as string]),
  );
}

/** A recipient is a person where the record or the name says so, unless the record says that it is an organisation. */
function vendorState({
  vendorName,
  personFlags = [],
  organisationFlags = [],
  organisationType,
}: ActionCells): string {
  const typed =
    organisationType === undefined
      ? 'false'
      : `coalesce(@matches(upper(${organisationType}), 'SOLE|INDIVIDUAL'), false)`;
  return `case
    when ${anyTrue(personFlags)} or ${typed} then 'individual'
    when @squash(${vendorName}) is null then 'not stated'
    when @matches(upper(${vendorName}), 'REDACTED|MISCELLANEOUS FOREIGN|INDIVIDUALS') then 'individual'
    when ${anyTrue(organisationFlags)} then 'organisation'
    when ${mayBePerson(vendorName)} then 'individual'
    else 'organisation'
  end`;
}

/** Which of the four pairs came with code and label swapped, as the sum of 1, 2, 4 and 8; `as named` for none. */
function codesSeen(cells: ActionCells): string {
  const pairs = (['vehicleType', 'indefiniteType', 'extentCompeted', 'procedure'] as const).flatMap(
    (name) => {
      const pair = cells[name];
      return pair === undefined || pair[0] === pair[1] ? [] : [{ pair, known: swappable[name] }];
    },
  );
  if (pairs.length === 0) return `'as named'`;
  const swapped = pairs.map(({ pair, known }) => {
    const list = known.map((value) => `'${value}'`).join(', ');
    return `(upper(trim(${pair[1]})) in (${list}) and not coalesce(upper(trim(${pair[0]})) in (${list}), false))`;
  });
  return `case when ${swapped.map((sql) => `coalesce(${sql}, false)`).join(' or ')} then 'swapped' else 'as named' end`;
}

/** Values of an action that may fail to parse, and things worth a line in the account. */
export const actionProblems: readonly ProblemRule[] = [
  { column: 'action date', code: 'unreadable-date', when: `action_date_state = 'unreadable'` },
  { column: 'action date', code: 'date-outside-reason', when: `action_date_state = 'outside reason'` },
  {
    column: 'action date',
    code: 'not-stated',
    when: `action_date_state = 'empty' and correction is distinct from 'D'`,
  },
  { column: 'obligation', code: 'unreadable-amount', when: `obligation_state = 'unreadable'` },
  { column: 'ceiling', code: 'unreadable-amount', when: `ceiling_state = 'unreadable'` },
  { column: 'codes', code: 'codes-and-labels-swapped', when: `codes_seen = 'swapped'` },
  { column: 'recipient', code: personsCode, when: `vendor_state = 'individual'` },
];
