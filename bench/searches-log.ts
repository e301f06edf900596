// A plate-reader network's audit log of any length, with invented agencies, in the 14-column layout: for measuring.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createRandom, type Random } from './log-random.ts';

const header =
  'ID, Name, Org Name, Total Networks Searched, Total Devices Searched, Time Frame, License Plate, Reason, Case #, Filters, Search Time, Search Type, Text Prompt, Moderation';
const places = [
  'Examplefield',
  'Sampleton',
  'Nowhere',
  'Specimen',
  'Placeholder',
  'Testbury',
  'Mockville',
  'Fictional',
  'Pretend',
  'Dummy',
];
const states = ['CA', 'TX', 'FL', 'IL', 'WA', 'VA', 'OH', 'GA', 'NY', 'CO', 'OR', 'TN'];
const forms = ['PD', 'SO', 'PD', 'PD', 'SP', 'University PD'];
const reasons = [
  'investigation',
  'INV',
  'stolen vehicle',
  'Larceny/Theft Offenses - ',
  'hit and run',
  'warrant',
  'Burglary/Breaking & Entering - ',
  'missing person',
  'suspicious vehicle',
  '10851',
  'PC 459',
  'homicide',
  'Drugs/Narcotics - ',
  'welfare check',
  'agency assist',
  'criminal investigation',
  'robbery susp',
  'HSI',
  'Immigration (civil/administrative) - ',
  'ICE warrant',
  'narcotics',
  'shooting investigation',
  'OFFICER SAFETY BOL',
  'veh theft',
  'gta',
];
const types = ['lookup', 'search', 'lookup - Mobile', 'convoy', 'visual', 'multiGeo'];

/**
 * Writes `rows` rows to `path`, streaming. About one row in 160 is an exact repeat of the one before, and the stated
 * reasons come back often, as in released logs.
 */
export async function writeSearchesLog(path: string, rows: number, seed = 1): Promise<void> {
  const random = createRandom(seed);
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  let block = `${header}\n`;
  let last = '';
  for (let row = 0; row < rows; row += 1) {
    last = row > 0 && random.below(160) === 0 ? last : line(random, row, rows);
    block += last;
    if (block.length < 1 << 18) continue;
    if (!file.write(block)) await once(file, 'drain');
    block = '';
  }
  file.end(block);
  await once(file, 'finish');
}

const letters = (value: number) =>
  [...value.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
const organisations = Array.from({ length: 3000 }, (_, account) => {
  const form = forms[account % forms.length];
  const county = form === 'SO' ? ' County' : '';
  return `${places[account % places.length]}${letters(account)}${county} ${states[account % states.length]} ${form}`;
});

const start = Date.UTC(2025, 0, 1) / 1000;
const span = 365 * 86_400;

function line(random: Random, row: number, rows: number): string {
  const account = random.below(3000);
  const org = organisations[account] as string;
  const second = start + Math.floor((row / rows) * span) + random.below(60);
  const networks = random.below(10) < 6 ? 5000 + random.below(1800) : 1 + random.below(900);
  const reason = reasons[random.below(reasons.length)] as string;
  const more = random.below(3) === 0 ? ` 25-${100_000 + random.below(900_000)}` : '';
  const frame = `"${stamp(second - 86_400 * (1 + random.below(30)))}\n${stamp(second)}"`;
  const devices = random.below(14) === 0 ? '——' : networks * 12;
  const given = random.below(2) === 0 ? `25-${random.below(900_000)}` : '';
  return `${random.uuid()},***,${org},${networks},${devices},${frame},***,${reason}${more},${given},,"${stamp(second)}",${types[random.below(types.length)]},,\n`;
}

const days: string[] = [];
const two = (value: number) => (value < 10 ? `0${value}` : String(value));

function stamp(second: number): string {
  const day = Math.floor(second / 86_400);
  if (!days[day]) {
    const date = new Date(day * 86_400_000);
    days[day] = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`;
  }
  const rest = second - day * 86_400;
  const hour = Math.floor(rest / 3600);
  return `${days[day]}, ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)} ${hour < 12 ? 'AM' : 'PM'} UTC`;
}
