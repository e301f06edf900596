import type { Comparison } from '../figures/comparison.ts';
import { english, type Say } from '../language/say-with.ts';
import type { Change, Changes } from './compare.ts';

/** What an entry is called where it stands in a list; a line of persons says how many it stands for. */
export function entryName({ label, entries }: Pick<Change, 'label' | 'entries'>): string {
  return entries === undefined ? label : `${label} (${entries.toLocaleString('en-US')})`;
}

function dollars(amount: string): string {
  const [whole = '0', cents = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}

/** What changed, in sentences: what a record says, and nothing about why. */
export function changesInWords(changes: Changes, comparison: Comparison, say: Say = english): string[] {
  const { counts, money, from, to } = changes;
  const counted = (count: number) =>
    `${count.toLocaleString('en-US')} ${say(count === 1 ? comparison.one : comparison.many)}`;
  const of = (amount: string | undefined) => (amount === undefined ? '' : ` (${dollars(amount)})`);
  const period = changes.period === null ? '' : ` (${changes.period})`;
  const lines = [
    say`Between the editions of ${from.as_of} and ${to.as_of}${period}:`,
    say`${counted(counts.appeared)} appeared${of(money?.appeared)}.`,
  ];
  const late = of(money?.late);
  if (counts.late === 1)
    lines.push(
      say`${counted(1)} of those is dated on or before ${from.as_of}${late}: the earlier edition did not show it.`,
    );
  else if (counts.late > 0)
    lines.push(
      say`${counted(counts.late)} of those are dated on or before ${from.as_of}${late}: the earlier edition did not show them.`,
    );
  lines.push(say`${counted(counts.vanished)} vanished${of(money?.vanished)}.`);
  const moved =
    money === null ? '' : say` (from ${dollars(money.alteredBefore)} to ${dollars(money.alteredAfter)})`;
  lines.push(
    counts.altered === 1
      ? say`${counted(1)} was altered${moved}.`
      : say`${counted(counts.altered)} were altered${moved}.`,
  );
  if (counts.relabelled === 1)
    lines.push(say`${counted(1)} was re-labelled: the same under another spelling.`);
  else if (counts.relabelled > 0)
    lines.push(say`${counted(counts.relabelled)} were re-labelled: the same under another spelling.`);
  lines.push(
    counts.unchanged === 1
      ? say`${counted(1)} is the same in both.`
      : say`${counted(counts.unchanged)} are the same in both.`,
  );
  if (money !== null) lines.push(say`Together that moves the total by ${dollars(money.net)}.`);
  lines.push(
    say`A publisher may correct, re-date or withdraw an entry for many reasons; the record does not give one.`,
  );
  return lines;
}
