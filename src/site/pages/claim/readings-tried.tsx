import type { ReadingFound } from '../../../claims/verdict.ts';
import type { ReadingClass } from '../../charts/readings-strip.ts';
import { type ReadingRow, Readings } from '../../components/readings.tsx';
import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import type { ClaimData } from './data.ts';

const classes: Readonly<Record<string, ReadingClass>> = {
  'as-good': 'as-good',
  'drops-condition': 'drops',
  'another-question': 'other',
};

/** The readings that were tried for a sentence that differs: a strip and a table for one number, a table for several. */
export function ReadingsTried(props: { here: Here; data: ClaimData }) {
  const { here, data } = props;
  const { search, numbers } = data;
  if (!search || numbers.length === 0) return null;
  const found = [
    ...new Map(
      [...search.fits, ...search.closest, ...search.alternatives].map((one) => [one.says, one]),
    ).values(),
  ];
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Readings under which the number would be right</h2>
      {data.says.slice(-1).map((line) => (
        <p>{line}</p>
      ))}
      {numbers.length === 1 ? (
        <OneNumber here={here} data={data} found={found} />
      ) : (
        <ManyNumbers here={here} data={data} found={found} />
      )}
    </section>
  );
}

function OneNumber(props: { here: Here; data: ClaimData; found: readonly ReadingFound[] }) {
  const { here, data, found } = props;
  const [number] = data.numbers;
  if (!number) return null;
  const stated = plain(number.stated, number.expected);
  const own: ReadingRow = {
    label: data.figure?.title ?? 'as worded',
    value: number.value,
    class: 'as-good',
    worded: true,
    why: 'What the words call for; the verdict rests on it.',
    fits: number.holds,
    asOf: number.ends.at(-1)?.list ?? '',
    ...(number.ends.length === 1 && number.ends[0]?.receipt
      ? { receipt: here.to(number.ends[0].receipt) }
      : {}),
  };
  const rows = found.map((reading): ReadingRow => {
    const value = reading.values[0];
    return {
      label: reading.says,
      value: value?.value ?? null,
      class: classes[reading.class ?? 'as-good'] ?? 'other',
      why: reading.readings.map((one) => one.why).join(' ') || 'A neighbouring list.',
      fits: value?.fits ?? false,
      asOf: value?.ends.at(-1)?.list ?? '',
    };
  });
  return (
    <Readings
      lang={here.lang}
      id="strip"
      title={data.claim.sentence}
      stated={stated}
      readings={[own, ...rows]}
    />
  );
}

/** The middle of the interval that the printed number stands for: its own value, words and signs aside. */
function plain(text: string, { low, high }: { low: string | null; high: string | null }): string {
  if (low !== null && high !== null) return String((Number(low) + Number(high)) / 2);
  return low ?? high ?? text.replace(/[^\d.-]/g, '');
}

function ManyNumbers(props: { here: Here; data: ClaimData; found: readonly ReadingFound[] }) {
  const { here, data, found } = props;
  return (
    <Table
      lang={here.lang}
      id="readings-table"
      caption="What other readings give"
      columns={[
        { label: 'Counting', kind: 'text' },
        { label: 'Numbers it gives' },
        ...data.numbers.map((number) => ({ label: number.label, unit: number.stated })),
      ]}
      rows={found.map((reading) => [
        reading.says,
        reading.met,
        ...reading.values.map((value) => value.value),
      ])}
    />
  );
}
