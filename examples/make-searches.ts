import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance, pick, randomFrom } from './random.ts';

/** The invented networks whose logs these are: the second is of an agency that stands on the lists of `world.ts`. */
const networks = ['Ostervale CA PD', 'Ambrelwick FL PD'] as const;

/** Invented accounts, and how often each searches in a month, roughly. Some so seldom that their counts are hidden. */
const accounts: readonly [string, number][] = [
  ['Ostervale CA PD', 120],
  ['Ambrelwick FL PD', 90],
  ['Thrimford CA PD', 60],
  ['Vorlend County CA SO', 45],
  ['Corvanmoor County FL SO', 50],
  ['Dunnelvale FL PD', 35],
  ['Zellhaven TX PD', 30],
  ['Kesklow University CA PD', 14],
  ['Quenmarsh CA PD', 5],
  ['Fairndale FL PD', 4],
  ['Merroport WA SP', 3],
  ['[Federal] US Border Patrol [Inactive]', 6],
];
const typed = [
  'stolen vehicle',
  'stolen vehicle',
  'investigation',
  'missing person',
  'hit and run',
  'warrant',
  'robbery',
  'HSI',
  'assist ICE',
  '',
];
const chosen = [
  'Larceny/Theft Offenses - ',
  'Larceny/Theft Offenses - ',
  'Burglary/Breaking & Entering - ',
  'Missing Person - ',
  'Stolen Property Offenses - ',
  'Immigration (civil/administrative) - ',
  '',
];
/** Year and month of the logs; the form of reasons changes on the way. */
const months: readonly [number, number][] = [
  [2025, 9],
  [2025, 10],
  [2025, 11],
  [2025, 12],
  [2026, 1],
  [2026, 2],
];
const types = ['lookup', 'lookup', 'search', 'convoy', 'lookup - Mobile'];

const two = (value: number) => String(value).padStart(2, '0');

function stamp(time: number): string {
  const at = new Date(time);
  const hour = at.getUTCHours();
  return `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()}, ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'} UTC`;
}

const header =
  'ID, Name, Org Name, Total Networks Searched, Total Devices Searched, Time Frame, License Plate, Reason, Case #, Filters, Search Time, Search Type, Text Prompt, Moderation';
const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes six months of the audit logs of two invented networks into a folder, in the 14-column layout, with a repeated
 * header and a few exact repeats as in released logs. A search that reached both stands in both. Every organisation is
 * invented, except that federal account labels have the form that the vendor gives them; no row is of a real search.
 */
export function makeSearches(folder: string, seed = 5): string[] {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(seed);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const search = (account: string, time: number, reasons: readonly string[]): string => {
    const reached = chance(random, 0.6) ? 2 + Math.floor(random() * 40) : 4000 + Math.floor(random() * 1500);
    const cells = [
      `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      '***',
      account,
      String(reached),
      chance(random, 0.07) ? '——' : String(reached * 11),
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
    return cells.map(quote).join(',');
  };
  return months.flatMap(([year, month]) => {
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const reasons = year === 2025 && month < 11 ? typed : chosen;
    const logs = networks.map((): { time: number; line: string }[] => []);
    for (const [account, often] of accounts) {
      const times = Math.round(often * (0.7 + random() * 0.6));
      for (let n = 0; n < times; n += 1) {
        const time = Date.UTC(year, month - 1, 1, 9) + Math.floor(random() * (days - 1) * 86_400_000);
        const line = search(account, time, reasons);
        const inFirst = chance(random, 0.7);
        if (inFirst) logs[0]?.push({ time, line });
        if (!inFirst || chance(random, 0.5)) logs[1]?.push({ time, line });
        if (chance(random, 0.005)) logs[inFirst ? 0 : 1]?.push({ time, line });
      }
    }
    return logs.map((log, at) => {
      // The last one of the month tells that the log covers it to its end.
      const last = Date.UTC(year, month - 1, days, 20);
      log.push({ time: last, line: search(accounts[at]?.[0] as string, last, reasons) });
      const lines = log.sort((a, b) => a.time - b.time).map(({ line }) => line);
      lines.splice(Math.floor(lines.length / 2), 0, header);
      const name = `${month}_1_${year}-${month}_${days}_${year}-${networks[at]?.replaceAll(' ', '_')}-Network-Audit.csv`;
      const path = join(folder, name);
      writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
      return path;
    });
  });
}

/** The invented policy of the second network, as a pack of rules that its own people have confirmed. */
export const examplePolicy = `id: ambrelwick-policy
title: 'Policy of the Ambrelwick police department (invented)'
status: confirmed
confirmed_on: 2026-01-15
network: ambrelwick-fl-pd
rules:
  - id: reason-given
    type: required-field
    field: reason
    says: 'Every search states a reason.'
    source: 'Policy 4.2 (invented)'
    read: 2026-01-15
  - id: outside-organisation
    type: organisation-scope
    allow: [zellhaven-tx-pd]
    says: 'A search by an organisation of another state needs an explanation, unless there is an agreement with it.'
    source: 'Policy 4.5 (invented)'
    read: 2026-01-15
  - id: look-back
    type: look-back
    days: 28
    says: 'A search that reaches back more than 28 days needs an explanation.'
    source: 'Policy 4.7 (invented)'
    read: 2026-01-15
`;
