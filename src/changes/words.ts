import type { Comparison } from '../figures/comparison.ts';
import type { Changes } from './compare.ts';

const counted = (count: number, { one, many }: Comparison) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

function dollars(amount: string): string {
  const [whole = '0', cents = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}

/** What changed, in sentences: what a record says, and nothing about why. */
export function changesInWords(changes: Changes, comparison: Comparison): string[] {
  const { counts, money, from, to } = changes;
  const of = (amount: string | undefined) => (amount === undefined ? '' : ` (${dollars(amount)})`);
  const lines = [
    `Between the editions of ${from.as_of} and ${to.as_of}${changes.period === null ? '' : ` (${changes.period})`}:`,
    `${counted(counts.appeared, comparison)} appeared${of(money?.appeared)}.`,
  ];
  if (counts.late > 0)
    lines.push(
      `${counted(counts.late, comparison)} of those ${counts.late === 1 ? 'is' : 'are'} dated on or before ${from.as_of}${of(money?.late)}: the earlier edition did not show ${counts.late === 1 ? 'it' : 'them'}.`,
    );
  lines.push(`${counted(counts.vanished, comparison)} vanished${of(money?.vanished)}.`);
  lines.push(
    `${counted(counts.altered, comparison)} ${counts.altered === 1 ? 'was' : 'were'} altered${money === null ? '' : ` (from ${dollars(money.alteredBefore)} to ${dollars(money.alteredAfter)})`}.`,
  );
  if (counts.relabelled > 0)
    lines.push(
      `${counted(counts.relabelled, comparison)} ${counts.relabelled === 1 ? 'was' : 'were'} re-labelled: the same under another spelling.`,
    );
  lines.push(
    `${counted(counts.unchanged, comparison)} ${counts.unchanged === 1 ? 'is' : 'are'} the same in both.`,
  );
  if (money !== null) lines.push(`Together that moves the total by ${dollars(money.net)}.`);
  lines.push(
    'A publisher may correct, re-date or withdraw an entry for many reasons; the record does not give one.',
  );
  return lines;
}
