import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance, pick, randomFrom } from './random.ts';

/** Invented accounts. The network that the logs are of is the first. */
const accounts = [
  'Ostervale CA PD',
  'Quenmarsh CA PD',
  'Vorlend County CA SO',
  'Thrimford CA PD',
  'Zellhaven TX PD',
  'Braxmoor County FL SO',
  'Merroport WA SP',
  'Kesklow University CA PD',
  '[Federal] US Border Patrol [Inactive]',
];
const reasons = [
  'stolen vehicle',
  'investigation',
  'Larceny/Theft Offenses - ',
  'missing person',
  'hit and run',
  'warrant',
  'Burglary/Breaking & Entering - ',
  'robbery',
  'HSI',
  'Immigration (civil/administrative) - ',
  'assist ICE',
  'narcotics',
  '',
];
const types = ['lookup', 'lookup', 'search', 'convoy', 'lookup - Mobile'];

const two = (value: number) => String(value).padStart(2, '0');

function stamp(time: number): string {
  const at = new Date(time);
  const hour = at.getUTCHours();
  return `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()}, ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'} UTC`;
}

/**
 * Writes three months of an invented network's audit logs into a folder, in the 14-column layout, with a repeated
 * header and a few exact repeats as in released logs. Every organisation is invented, except that federal account
 * labels have the form that the vendor gives them; no row is of a real search.
 */
export function makeSearches(folder: string, seed = 5): string[] {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(seed);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const header =
    'ID, Name, Org Name, Total Networks Searched, Total Devices Searched, Time Frame, License Plate, Reason, Case #, Filters, Search Time, Search Type, Text Prompt, Moderation';
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [1, 2, 3].map((month) => {
    const lines = [header];
    const days = new Date(Date.UTC(2026, month, 0)).getUTCDate();
    for (let row = 0; row < 700; row += 1) {
      const time = Date.UTC(2026, month - 1, 1, 8) + Math.floor((row / 700) * days * 86_400_000);
      const networks = chance(random, 0.6)
        ? 1 + Math.floor(random() * 40)
        : 4000 + Math.floor(random() * 1500);
      const cells = [
        `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
        '***',
        chance(random, 0.5) ? (accounts[0] as string) : pick(random, accounts),
        String(networks),
        chance(random, 0.07) ? '——' : String(networks * 11),
        `${stamp(time - (1 + Math.floor(random() * 29)) * 86_400_000)}\n${stamp(time)}`,
        '***',
        pick(random, reasons),
        chance(random, 0.4) ? '***' : '',
        '',
        stamp(time),
        pick(random, types),
        '',
        '',
      ];
      lines.push(cells.map(quote).join(','));
      if (chance(random, 0.005)) lines.push(lines.at(-1) as string);
      if (row === 350) lines.push(header);
    }
    const path = join(folder, `${month}_1_2026-${month}_${days}_2026-Ostervale_CA_PD-Network-Audit.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}
