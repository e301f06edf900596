import { participatingLists } from './calendar.ts';
import { inventedPlaces, realCounties } from './invented-places.ts';
import { chance, pick, type Random, randomFrom } from './random.ts';
import { type ExampleState, exampleStates, stateAt } from './states.ts';

export type Model = 'jail-enforcement' | 'warrant-service' | 'task-force';

/** What the county cell of an agency shows: a real county, an invented one, or nothing that names a county. */
export type CountyCell =
  | { shows: 'real'; fips: string; text: string }
  | { shows: 'invented'; text: string }
  | { shows: 'error' }
  | { shows: 'absent'; text: string | null };

/** One agreement of an agency: it stands on the lists from `from` to before `until`, but for those in `absent`. */
export interface Deal {
  model: Model;
  /** The true date of signing, ISO. */
  signed: string;
  from: number;
  until: number;
  absent: readonly number[];
}

/** An invented agency and its agreements, as they truly are; dirt is added when a list is written. */
export interface Agency {
  index: number;
  state: ExampleState;
  place: string;
  /** Name as it is, with the mark that it is invented. */
  name: string;
  kind: 'county' | 'municipal' | 'state' | 'university';
  county: CountyCell;
  /** A misspelt name that the lists before `until` (an index) show instead. */
  earlier?: { name: string; until: number };
  /** Its second agreement is listed with another apostrophe or a blank more. */
  spelledTwice: boolean;
  deals: readonly Deal[];
}

/** Agencies that play a part in a story, by index; each is a county sheriff of the first year. */
export const stories = {
  relabelled: 7,
  comesBack: 12,
  departed: [15, 33, 47],
  spelledTwice: [3, 9, 21, 40, 66, 90],
  duplicated: [4, 18],
  textDates: { 58: '05/082025', 101: '7/72025' } as Readonly<Record<number, string>>,
  yearTypo: 160,
  noDate: 70,
} as const;

const relabelledAt = 7;
const absentAt = 8;
const departedAt: Readonly<Record<number, number>> = { 15: 9, 33: 11, 47: 13 };
const never = participatingLists.length;

/** The mark behind each name of an agency. */
export const mark = '(invented)';

function nameOf(kind: Agency['kind'], place: string): string {
  if (kind === 'county') return `${place} County Sheriff's Office ${mark}`;
  if (kind === 'municipal') return `${place} Police Department ${mark}`;
  if (kind === 'university') return `${place} State University Police ${mark}`;
  return `${place} Bureau of Wardens ${mark}`;
}

const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A date of signing that fits the first list an agreement is on. */
function signedBefore(random: Random, list: number): string {
  const asOf = participatingLists[list]?.asOf ?? '';
  const before = participatingLists[list - 1]?.asOf;
  if (list < 2 || before === undefined) return addDays('2019-02-04', Math.floor(random() * 1400));
  return addDays(asOf, -Math.floor(random() * Math.max(1, daysBetween(before, asOf))));
}

function countyOf(
  random: Random,
  agency: { kind: Agency['kind']; place: string; state: ExampleState },
): CountyCell {
  const { kind, place, state } = agency;
  const real = realCounties(state.fips);
  if (kind !== 'county' && chance(random, state.code === 'FL' ? 0.6 : 0.08)) return { shows: 'error' };
  const roll = random();
  if (state.territory || roll < 0.04) return { shows: 'absent', text: null };
  if (roll < 0.07) return { shows: 'absent', text: 'N/A' };
  if (roll < 0.09) return { shows: 'absent', text: '#NA' };
  if (roll < 0.2) return { shows: 'invented', text: `${place} County` };
  const county = pick(random, real);
  return {
    shows: 'real',
    fips: county.fips,
    text: `${county.name} ${state.code === 'LA' ? 'Parish' : 'County'}`,
  };
}

function kindOf(random: Random, index: number, storied: boolean): Agency['kind'] {
  if (storied || index < 18) return 'county';
  const roll = random();
  if (index < 26 || roll > 0.96) return 'state';
  if (roll > 0.92) return 'university';
  return roll < 0.5 ? 'county' : 'municipal';
}

function modelsOf(random: Random, kind: Agency['kind'], list: number, two: boolean): Model[] {
  const early: Model[] = ['jail-enforcement', 'warrant-service'];
  if (kind !== 'county') return list < 2 ? ['warrant-service'] : ['task-force'];
  const first = pick(random, early);
  if (list < 2) return two ? early : [first];
  const choices: Model[] = chance(random, 0.4) ? ['task-force'] : [first];
  if (two || chance(random, 0.25)) choices.push(choices[0] === 'task-force' ? first : 'task-force');
  return choices;
}

/** A name with two letters of its place exchanged, as a hurried hand writes it. */
function misspell(name: string): string {
  return `${name.slice(0, 3)}${name[4]}${name[3]}${name.slice(5)}`;
}

/** The agency of an index that is first listed on `list`. */
function makeAgency(index: number, list: number): Agency {
  const random = randomFrom(0x5eed + index * 7919);
  const two = (stories.spelledTwice as readonly number[]).includes(index);
  const storied = two || index < 18 || index === stories.yearTypo || index in departedAt;
  const territory = exampleStates.find((state) => state.territory);
  const state =
    index === 52 && territory
      ? territory
      : index < 25
        ? (exampleStates[(index * 7) % 25] as ExampleState)
        : stateAt(random());
  const place = inventedPlaces[index];
  if (place === undefined) throw new Error(`there is no invented place for agency ${index}`);
  const kind = index === 52 ? 'state' : kindOf(random, index, storied);
  const name = nameOf(kind, place);
  const until = departedAt[index] ?? never;
  const absent = index === stories.comesBack ? [absentAt] : [];
  const deals: Deal[] = modelsOf(random, kind, list, two).map((model) => ({
    model,
    signed: signedBefore(random, list),
    from: list,
    until,
    absent,
  }));
  // Many of the early agencies sign for a further model later on.
  const later = Math.max(2, list) + 1 + Math.floor(random() * 8);
  if (
    kind === 'county' &&
    !deals.some(({ model }) => model === 'task-force') &&
    chance(random, 0.45) &&
    later < until
  )
    deals.push({ model: 'task-force', signed: signedBefore(random, later), from: later, until, absent });
  const agency: Agency = {
    index,
    state,
    place,
    name,
    kind,
    county: countyOf(random, { kind, place, state }),
    spelledTwice: two,
    deals,
  };
  return index === stories.relabelled
    ? { ...agency, earlier: { name: misspell(name), until: relabelledAt } }
    : agency;
}

/** All agencies of the examples, in the order of their arrival. */
export const agencies: readonly Agency[] = participatingLists.flatMap((list, at) => {
  const before = participatingLists[at - 1]?.agencies ?? 0;
  return Array.from({ length: list.agencies - before }, (_, offset) => makeAgency(before + offset, at));
});

/** The name that a list shows for an agency (before dirt). */
export function nameOn(agency: Agency, list: number): string {
  return agency.earlier && list < agency.earlier.until ? agency.earlier.name : agency.name;
}

/** Agencies waiting at a date: those that arrive soonest after it, and one that never does. */
export function pendingAt(asOf: string, count: number): Agency[] {
  if (count === 0) return [];
  const next = participatingLists.findIndex((list) => list.asOf > asOf);
  const waiting = agencies
    .filter(({ deals, index }) => (deals[0]?.from ?? 0) >= next && index !== stories.yearTypo)
    .slice(0, count - 1);
  return [...waiting, makeAgency(agencies.length + 3, participatingLists.length - 1)];
}
