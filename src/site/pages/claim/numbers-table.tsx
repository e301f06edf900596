import { type Cell, formatValue } from '../../cell.ts';
import { Table } from '../../components/table.tsx';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { ClaimData, NumberShown } from './data.ts';

/** What was printed beside what the records give: every number, both ends of a growth, the interval of rounding. */
export function NumbersTable(props: { here: Here; data: ClaimData }) {
  const { here, data } = props;
  if (data.numbers.length === 0) return null;
  const parts = data.numbers.some((number) => number.label !== '');
  const change = data.numbers.some((number) => number.ends.length > 1);
  const end = (number: NumberShown, index: number): Cell => {
    const found = number.ends[index];
    return { value: found?.value ?? null, ...(found?.receipt ? { href: here.to(found.receipt) } : {}) };
  };
  const dateOf = (index: number) => {
    const list = data.numbers[0]?.ends[index]?.list;
    return list ? `, ${formatDate(list, here.lang)}` : '';
  };
  const [plain] = data.numbers;
  const kind = data.unit === 'USD' ? 'money' : 'number';
  return (
    <Table
      lang={here.lang}
      id="numbers"
      caption={here.say`The sentence beside the records`}
      columns={[
        ...(parts ? [{ label: here.say`For`, kind: 'text' as const }] : []),
        { label: here.say`Stated`, kind: 'text' },
        { label: here.say`Holds for`, kind: 'text' },
        ...(change
          ? ([
              { label: here.say`Base${dateOf(0)}`, kind },
              { label: here.say`Later${dateOf(1)}`, kind },
            ] as const)
          : []),
        {
          label: here.say`Records give${change ? '' : dateOf((plain?.ends.length ?? 1) - 1)}`,
          kind: change ? ('text' as const) : kind,
        },
        { label: here.say`Fits`, kind: 'text' },
      ]}
      rows={data.numbers.map((number) => [
        ...(parts ? [number.label] : []),
        number.stated,
        interval(number, kind, here),
        ...(change ? [end(number, 0), end(number, 1)] : []),
        change ? number.shown : end(number, 0),
        number.value === null ? '[x]' : number.holds ? here.say`yes` : here.say`no`,
      ])}
      note={change ? here.say`Growth is the later value less the base, divided by the base.` : undefined}
    />
  );
}

/** `949.5 to 950.5`: the values that round to what was printed. */
function interval({ expected }: NumberShown, kind: 'money' | 'number', { say, lang }: Here): string {
  const { low_open, high_open } = expected;
  const [low, high] = [expected.low, expected.high].map((end) =>
    end === null ? null : formatValue(end, kind, lang),
  ) as [string | null, string | null];
  if (low !== null && high !== null)
    return low === high
      ? say`${low} exactly`
      : say`${low_open ? say`above ${low}` : low} to ${high_open ? say`below ${high}` : high}`;
  if (low !== null) return low_open ? say`above ${low}` : say`at least ${low}`;
  if (high === null) return say`any`;
  return high_open ? say`below ${high}` : say`at most ${high}`;
}
