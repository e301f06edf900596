import { divideDecimals, roundDecimal } from '../../../figures/exact.ts';
import type { ValueKind } from '../../cell.ts';
import type { ReadingClass } from '../../charts/readings-strip.ts';
import { type ReadingRow, Readings } from '../../components/readings.tsx';
import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import type { ClaimData, EndShown } from './data.ts';

const classes: Readonly<Record<string, ReadingClass>> = {
  'as-good': 'as-good',
  'drops-condition': 'drops',
  'another-question': 'other',
};

/** The readings that were tried for a sentence that differs: a strip and a table for one number, a table for several. */
export function ReadingsTried(props: { here: Here; data: ClaimData }) {
  const { here, data } = props;
  if (!data.search || data.numbers.length === 0) return null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{here.say`Other readings of the sentence`}</h2>
      {data.says.slice(-1).map((line) => (
        <p>{line}</p>
      ))}
      {data.numbers.length === 1 ? (
        <OneNumber here={here} data={data} />
      ) : (
        <ManyNumbers here={here} data={data} />
      )}
    </section>
  );
}

function OneNumber(props: { here: Here; data: ClaimData }) {
  const { here, data } = props;
  const [number] = data.numbers;
  if (!number) return null;
  const percent = data.unit === 'percent';
  const kind: ValueKind = percent ? 'percent' : data.unit === 'USD' ? 'money' : 'number';
  const show = (value: string | null) =>
    value === null ? null : percent ? (divideDecimals(value, 100, 6) as string) : plain(value);
  const linked = (ends: readonly EndShown[]) => {
    const receipt = ends.at(-1)?.receipt;
    return receipt ? { receipt: here.to(receipt) } : {};
  };
  const own: ReadingRow = {
    label: data.figure?.title ?? here.say`as worded`,
    value: show(number.value),
    class: 'as-good',
    worded: true,
    why: here.say`What the words call for; the verdict rests on it.`,
    fits: number.holds,
    asOf: number.ends.at(-1)?.list ?? '',
    ...linked(number.ends),
  };
  const rows = data.tried.map((reading): ReadingRow => {
    const value = reading.values[0];
    return {
      label: reading.says,
      value: show(value?.value ?? null),
      class: classes[reading.class ?? 'as-good'] ?? 'other',
      why: reading.readings.map((one) => here.say(one.why)).join(' ') || here.say`A neighbouring list.`,
      fits: value?.fits ?? false,
      asOf: value?.ends.at(-1)?.list ?? '',
      ...linked(value?.ends ?? []),
    };
  });
  const stated = show(middleOf(number.expected, number.stated)) as string;
  return (
    <Readings
      lang={here.lang}
      id="strip"
      title={data.claim.sentence}
      stated={stated}
      kind={kind}
      readings={[own, ...rows]}
    />
  );
}

/** At most two decimals: a ratio has no end of them. */
function plain(value: string): string {
  return /\.\d{3}/.test(value) ? roundDecimal(value, 2) : value;
}

/** The middle of the values that the printed number stands for: its own value, words and signs aside. */
function middleOf({ low, high }: { low: string | null; high: string | null }, text: string): string {
  if (low !== null && high !== null) return low === high ? low : String((Number(low) + Number(high)) / 2);
  return low ?? high ?? text.replace(/[^\d.-]/g, '');
}

function ManyNumbers(props: { here: Here; data: ClaimData }) {
  const { here, data } = props;
  return (
    <Table
      lang={here.lang}
      id="readings-table"
      caption={here.say`What other readings give, under the number that is stated`}
      columns={[
        { label: here.say`Counting`, kind: 'text' },
        ...data.numbers.map((number) => ({ label: number.label, unit: number.stated })),
      ]}
      rows={data.tried.map((reading) => [
        `${reading.says}${reading.met === 0 ? '' : here.say` (gives ${reading.met} of ${reading.values.length})`}`,
        ...reading.values.map((value) => {
          const receipt = value.ends.at(-1)?.receipt;
          return {
            value: value.value,
            ...(receipt && value.ends.length === 1 ? { href: here.to(receipt) } : {}),
          };
        }),
      ])}
    />
  );
}
