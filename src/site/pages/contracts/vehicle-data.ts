import { sayIn } from '../../../language/say.ts';
import type {
  CeilingStep,
  ContractNotice,
  ContractTerm,
  OrderAction,
  Vehicle,
} from '../../data/contracts/rows.ts';
import { groupOf } from '../../data/figure-values.ts';
import type { EditionLink, Num, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { byAmount, compareDecimals, size, subtractDecimals } from './decimals.ts';
import { type FlagMark, flagMarks } from './flag-marks.ts';
import { filesOf, type Place, placeOf } from './source-cell.ts';
import { familyPage, sumOf, vehiclePage, vendorPage, withPages } from './with-pages.ts';
import { yearsCovered } from './years-covered.ts';

/** A thing on the time line; those that the drawing numbers have a number. */
export interface TimelineEvent {
  no: number | null;
  day: string;
  event: 'award' | 'change' | 'notice' | 'term' | 'first order' | 'ordering period';
  says: string;
  amount: string | null;
  place: Place | null;
}

export interface VehicleData {
  vehicle: string;
  name: string;
  agency: string;
  at_hand: Vehicle['at_hand'];
  vendor: { id: string | null; name: string | null; page: string | null };
  family: { id: string; page: string | null; doubtful: boolean; basis: string | null } | null;
  parent: { vehicle: string; page: string | null } | null;
  awarded_on: string | null;
  ordering_end: string | null;
  latest: string;
  /** Fiscal years of which a full download is at hand, in words. */
  years_covered: string | null;
  ceiling: Num;
  obligations: Num;
  used: Num;
  steps: (Omit<CeilingStep, 'vehicle' | 'edition' | 'row'> & { place: Place | null; no: number | null })[];
  /** The record's own total against the last running sum. */
  check: { stated: string; summed: string; off: string; agrees: boolean } | null;
  highest: string | null;
  lowest: string | null;
  events: TimelineEvent[];
  orders: OrderRow[];
  actions: (Omit<OrderAction, 'vehicle' | 'award' | 'actions' | 'edition' | 'row' | 'place' | 'person'> & {
    place: Place | null;
  })[];
  /** Sum of the actions' amounts, by plain means; the same as `obligations`. */
  recount: string | null;
  notices: (ContractNotice & { file_place: Place | null })[];
  terms: (ContractTerm & { file_place: Place | null })[];
  flags: FlagMark[];
  files: EditionLink[];
}

/** An order with the sum of its actions; those of people are one line. */
export interface OrderRow {
  award: string;
  actions: number;
  first: string | null;
  last: string | null;
  obligation: string | null;
  ceiling: string | null;
  offers: number | null;
  competition: string;
}

/** At most so many events are numbered on the drawing: more would hide it on a phone. */
const numbered = 12;

/** The data of a vehicle's page; undefined where it has none. */
export function vehicleData(site: Site, path: string): VehicleData | undefined {
  const data = site.contracts;
  const one = data && withPages(data).vehicles.find((vehicle) => at.vehicle(vehicle) === path);
  if (!data || !one) return undefined;
  const steps = data.steps.get(one.vehicle) ?? [];
  const actions = data.orders.get(one.vehicle) ?? [];
  const notices = one.family === null ? [] : (data.notices.get(one.family) ?? []);
  const fromNotices = new Set(notices.map((notice) => `${notice.edition}|${notice.row}`));
  const terms = [
    ...(one.family === null ? [] : (data.terms.get(one.family) ?? [])),
    ...(data.terms.get(one.piid) ?? []),
  ].filter((term) => !fromNotices.has(`${term.edition}|${term.row}`));
  const events = eventsOf(site, one, steps, actions, notices, terms);
  const no = new Map(
    events.flatMap((event) => (event.place && event.no !== null ? [[key(event.place), event.no]] : [])),
  );
  const placed = steps.map(({ vehicle: _, edition, row, ...step }) => {
    const place = placeOf(site, { edition, row });
    return { ...step, place, no: (place && no.get(key(place))) ?? null };
  });
  const counted = actions.map(
    ({ vehicle: _v, award: _a, actions: _n, place: _o, person: _p, edition, row, ...action }) => ({
      ...action,
      place: placeOf(site, { edition, row }),
    }),
  );
  const own = placeOf(site, one);
  const summed = steps.at(-1)?.running ?? null;
  const value = (id: string, anchor: string): Num => {
    const values = site.values.get(id);
    const found = values ? groupOf(values, 'vehicle', one.vehicle_name).value : null;
    return { value: found, receipt: found === null ? null : `${path}/index.html#${anchor}` };
  };
  const orders = ordersOf(actions);
  return {
    vehicle: one.vehicle,
    name: one.vehicle_name,
    agency: one.agency_id,
    at_hand: one.at_hand,
    vendor: {
      id: one.vendor,
      name:
        one.vendor_name ??
        (one.vendor === null ? null : (data.byVendor.get(one.vendor)?.vendor_name ?? null)),
      page: vendorPage(site, one.vendor) ?? null,
    },
    family:
      one.family === null
        ? null
        : {
            id: one.family,
            page: familyPage(site, one.family) ?? null,
            doubtful: one.family_doubtful,
            basis: one.family_basis,
          },
    parent:
      one.parent_vehicle === null
        ? null
        : { vehicle: one.parent_vehicle, page: vehiclePage(site, one.parent_vehicle) ?? null },
    awarded_on: one.awarded_on,
    ordering_end: one.ordering_end,
    latest: data.latest,
    years_covered: yearsCovered(site),
    ceiling: value('contracts.ceiling', 'ceiling'),
    obligations:
      actions.length === 0 ? { value: null, receipt: null } : value('contracts.obligations', 'actions'),
    used: value('contracts.ceiling_used', 'orders'),
    steps: placed,
    check: checkOf(one, summed),
    highest: one.highest_ceiling,
    lowest: one.lowest_ceiling,
    events,
    orders,
    actions: counted,
    recount: sumOf(actions.map((action) => action.obligation)),
    notices: notices.map((notice) => ({ ...notice, file_place: placeOf(site, notice) })),
    terms: terms.map((term) => ({ ...term, file_place: placeOf(site, term) })),
    flags: flagMarks(site, [
      { unit: one.vehicle, about: 'this vehicle' },
      ...[...new Set(actions.map((action) => action.award))].map((award) => ({
        unit: award,
        about: `order ${data.byAward.get(award)?.award_label ?? ''}`.trim(),
      })),
      ...(one.family === null ? [] : [{ unit: one.family, about: 'its family' }]),
    ]),
    files: filesOf(site, [
      own,
      ...placed.map((step) => step.place),
      ...counted.map((action) => action.place),
      ...events.map((event) => event.place),
    ]),
  };
}

const key = (place: Place) => `${place.edition}|${place.place}`;

function checkOf(one: Vehicle, summed: string | null): VehicleData['check'] {
  if (one.ceiling_basis !== 'actions' || one.stated_ceiling === null || summed === null) return null;
  const off = subtractDecimals(one.stated_ceiling, summed);
  return { stated: one.stated_ceiling, summed, off, agrees: compareDecimals(off, '0') === 0 };
}

function ordersOf(actions: readonly OrderAction[]): OrderRow[] {
  const found = new Map<string, OrderAction[]>();
  for (const action of actions) {
    found.set(action.award_label, [...(found.get(action.award_label) ?? []), action]);
  }
  const rows = [...found].map(([award, listed]) => ({
    award,
    actions: listed.reduce((sum, one) => sum + one.actions, 0),
    first: listed[0]?.day ?? null,
    last: listed.at(-1)?.day ?? null,
    obligation: sumOf(listed.map((action) => action.obligation)),
    ceiling: sumOf(listed.map((action) => action.ceiling_change)),
    offers: listed.findLast((action) => action.offers !== null)?.offers ?? null,
    competition: listed.at(-1)?.competition ?? 'not-stated',
  }));
  return rows.sort(
    (a, b) => byAmount<OrderRow>((row) => row.obligation)(a, b) || (a.award < b.award ? -1 : 1),
  );
}

function eventsOf(
  site: Site,
  one: Vehicle,
  steps: readonly CeilingStep[],
  actions: readonly OrderAction[],
  notices: readonly ContractNotice[],
  terms: readonly ContractTerm[],
): TimelineEvent[] {
  const say = sayIn(site.lang);
  const all: (Omit<TimelineEvent, 'no'> & { weight: string })[] = [];
  for (const notice of notices)
    if (notice.day !== null)
      all.push({
        day: notice.day,
        event: 'notice',
        says: say`Solicitation ${notice.solicitation}, ${notice.version ?? notice.notice_type ?? say`notice`}`,
        amount: notice.maximum,
        place: placeOf(site, notice),
        weight: 'first',
      });
  for (const term of terms)
    if (term.day !== null)
      all.push({
        day: term.day,
        event: 'term',
        says: `${say(term.term.replaceAll('-', ' '))}${term.document === null ? '' : `, ${term.document}${term.page === null ? '' : say`, page ${term.page}`}`}`,
        amount: term.amount,
        place: placeOf(site, term),
        weight: 'first',
      });
  for (const [index, step] of steps.entries()) {
    if (step.day === null) continue;
    const statement = step.basis === 'statement';
    all.push({
      day: step.day,
      event: index === 0 && !statement ? 'award' : 'change',
      says: statement
        ? say`Ceiling as stated`
        : index === 0
          ? say`Award`
          : say`Modification ${step.modification}`,
      amount: step.change,
      place: placeOf(site, step),
      weight: index === 0 ? 'first' : size(step.change),
    });
  }
  const first = actions.find((action) => action.day !== null);
  if (first?.day)
    all.push({
      day: first.day,
      event: 'first order',
      says: say`First order at hand`,
      amount: first.obligation,
      place: placeOf(site, first),
      weight: 'first',
    });
  if (one.ordering_end !== null && one.ordering_end <= (site.contracts?.latest ?? ''))
    all.push({
      day: one.ordering_end,
      event: 'ordering period',
      says: say`Ordering period ends, by the latest record`,
      amount: null,
      place: placeOf(site, one),
      weight: 'first',
    });
  const moved = all
    .filter((event) => event.weight !== 'first' && compareDecimals(event.weight, '0') > 0)
    .sort((a, b) => compareDecimals(b.weight, a.weight));
  const firsts = all.filter((event) => event.weight === 'first');
  const kept = new Set([...firsts, ...moved].slice(0, numbered));
  let no = 0;
  return all
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ weight: _, ...event }, index) => ({
      ...event,
      no: kept.has(all[index] as (typeof all)[number]) ? ++no : null,
    }));
}
