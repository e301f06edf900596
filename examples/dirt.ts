import type { ExampleList } from './calendar.ts';
import { exampleCanaries } from './canaries.ts';
import { chance, pick, type Random, randomFrom } from './random.ts';
import { type Agency, type Deal, type Model, stories } from './world.ts';

/** A random sequence that belongs to one agreement: its dirt stays the same from list to list, as copied rows do. */
export function dirtOf(agency: Agency, deal: Deal): Random {
  return randomFrom(agency.index * 31 + deal.model.length * 7 + 11);
}

const modelTexts: Record<Model, readonly [clean: string, ...dirty: string[]]> = {
  'jail-enforcement': ['Jail Enforcement Model', 'Jail Enforcement Model '],
  'warrant-service': [
    'Warrant Service Officer',
    'Warrant Services Officer',
    'Warrant Service Office',
    'Warrant Service Officer ',
  ],
  'task-force': ['Task Force Model', 'Task Force Officer ', 'Task Force Model '],
};

const typeTexts: Record<Agency['kind'], readonly [clean: string, ...dirty: string[]]> = {
  county: ['County', 'County '],
  municipal: ['Municipality', 'Municipality ', 'Municipality ', 'Muncipality '],
  state: ['State Agency', 'State'],
  university: ['State Agency', 'State Agency '],
};

function variant(random: Random, texts: readonly [string, ...string[]], share: number): string {
  const [clean, ...dirty] = texts;
  return chance(random, share) ? pick(random, dirty) : clean;
}

export const modelText = (random: Random, model: Model) => variant(random, modelTexts[model], 0.12);
export const typeText = (random: Random, kind: Agency['kind']) => variant(random, typeTexts[kind], 0.25);

/** Misspellings of a state that stand on one list, for the first row of that state. */
export const stateTypos: readonly { list: string; code: string; text: string }[] = [
  { list: '2025-09-18', code: 'UT', text: 'UTAHJ' },
  { list: '2025-11-06', code: 'UT', text: 'UTAh' },
  { list: '2026-03-19', code: 'PA', text: 'PENNSLYVANIA' },
];

export const stateText = (random: Random, name: string) => (chance(random, 0.06) ? `${name} ` : name);

/** The cell of a name: a blank at its end in one of eight, another apostrophe where the story wants it. */
export function nameText(random: Random, name: string, agency: Agency, second: boolean): string {
  const blank = chance(random, 0.125) ? ' ' : '';
  if (!agency.spelledTwice) return `${name}${blank}`;
  return second ? `${name.replaceAll("'", '’')} ` : name;
}

/** The text of a county cell; a blank or a line break more in some. The error cell is written by its own type. */
export function countyText(random: Random, agency: Agency): string | null {
  const { county } = agency;
  if (county.shows === 'error') return null;
  if (county.text === null || county.shows === 'absent') return county.text;
  const roll = random();
  if (roll < 0.03) return county.text.replace(' ', '\n');
  return roll < 0.33 ? `${county.text} ` : county.text;
}

/** How the date of signing stands in its cell, and whether a reader can take it for a date. */
export function signedCell(agency: Agency, deal: Deal): { value: Date | string | null; readable: boolean } {
  const text = stories.textDates[agency.index];
  if (text !== undefined) return { value: text, readable: false };
  if (agency.index === stories.noDate) return { value: null, readable: false };
  if (agency.index === stories.yearTypo)
    return { value: new Date(`5${deal.signed.slice(1)}T00:00:00Z`), readable: false };
  return { value: new Date(`${deal.signed}T00:00:00Z`), readable: true };
}

/** A link of an agreement: the text of its cell and, where there is one, its target. */
export interface LinkCell {
  text: string | null;
  target?: string;
}

const short: Record<Model, string> = {
  'jail-enforcement': 'JEM',
  'warrant-service': 'WSO',
  'task-force': 'TFM',
};

/** The address of the signed document; the host does not exist. */
export function documentAddress(agency: Agency, deal: Deal): string {
  const [year, month, day] = deal.signed.split('-');
  return `https://www.example.invalid/doclib/287gMOA/${agency.place}${agency.state.code}_${short[deal.model]}_MOA_${month}${day}${year}.pdf`;
}

/** The same address as Outlook wraps it, with the address of who it was sent to. */
function safelink(address: string): string {
  const data = encodeURIComponent(
    `05|02|${exampleCanaries.email}|93d0fa2290064f43|0|0|638864528045424366|Unknown|0|||`,
  );
  return `https://gcc02.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=${data}&sdata=Gi3HpnIO2sdAbJuQ%3D&reserved=0`;
}

/** The MOA cell on a list. */
export function linkCell(random: Random, agency: Agency, deal: Deal, list: ExampleList): LinkCell {
  const roll = random();
  const address = documentAddress(agency, deal);
  const age = (Date.parse(list.asOf) - Date.parse(deal.signed)) / 86_400_000;
  if (age < 12)
    return { text: pick(random, ['link pending', 'link pending', 'link pending ', 'Link Pending']) };
  if (agency.index === 30) return { text: 'Cons' };
  if (agency.index === 31) return { text: '\u00a0' };
  if (roll < 0.01) return { text: null };
  if (agency.index === 35)
    return { text: 'link', target: `chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj/${address}` };
  if (agency.index === 37) return { text: 'link', target: address.replace('https://', 'https:/') };
  const text = chance(random, 0.1) ? 'link ' : 'link';
  if (list.asOf > '2025-06-01' && roll < 0.17) return { text, target: safelink(address) };
  return { text, target: roll < 0.2 ? address.replace('https:', 'http:') : address };
}
