import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../../examples/random.ts';

/** Texts that stand in cells which never leave the door. None may be found in anything that is written. */
export const searchCanaries = [
  'QZX7731',
  'Hildegund Vantrompe',
  'h.vantrompe@canary.invalid',
  'CASE-88-41907',
  'zweibrueckenwort',
];

const header =
  'ID, Name, Org Name, Total Networks Searched, Total Devices Searched, Time Frame, License Plate, Reason, Case #, Filters, Search Time, Search Type, Text Prompt, Moderation';

/** Invented accounts with the mean number of searches a month: some so few that they are always hidden. */
const accounts: readonly [string, number][] = [
  ['Ostervale CA PD', 90],
  ['Quenmarsh CA PD', 14],
  ['Vorlend County CA SO', 6],
  ['Zellhaven TX PD', 30],
  ['Braxmoor County TX SO', 4],
  ['Merroport WA SP', 12],
];
const reasons = ['stolen vehicle', 'burglary', 'zweibrueckenwort', 'assist ICE', 'HSI', ''];

const two = (value: number) => String(value).padStart(2, '0');

/** Writes one month of the invented network's log; the time of day keeps every search inside its month in any zone. */
export function monthLog(folder: string, month: string): string {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(Number(month.replace('-', '')));
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const [year, number] = month.split('-') as [string, string];
  const days = new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate();
  const stamp = (day: number, second: number) =>
    `${number}/${two(day)}/${year}, 08:${two(Math.floor(second / 60))}:${two(second % 60)} PM UTC`;
  const lines = [header];
  for (const [account, mean] of accounts) {
    const searches = Math.floor(random() * 2 * mean) + (account.startsWith('Oster') ? 40 : 0);
    for (let row = 0; row < searches; row += 1) {
      const at = Math.floor(random() * 3600);
      const day = row === 0 ? days : 1 + Math.floor(random() * days);
      const reason = random() < 0.7 ? reasons[0] : reasons[Math.floor(random() * reasons.length)];
      lines.push(
        [
          `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
          'Hildegund Vantrompe',
          account,
          '12',
          '144',
          `"${stamp(day, at)}\n${stamp(day, at)}"`,
          'QZX7731',
          `${reason} CASE-88-41907`,
          'CASE-88-41907',
          'h.vantrompe@canary.invalid',
          `"${stamp(day, at)}"`,
          'lookup',
          'h.vantrompe@canary.invalid',
          '',
        ].join(','),
      );
    }
  }
  const path = join(
    folder,
    `${number}_1_${year}-${number}_${days}_${year}-Ostervale_CA_PD-Network-Audit.csv`,
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
