import { sayIn } from '../../../language/say.ts';
import { toPoint } from '../../charts/series.ts';
import { steps as stepChart } from '../../charts/steps.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Link } from '../../components/link.tsx';
import { formatDate, formatMoney, plural } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { VehicleData } from './vehicle-data.ts';

/** The ceiling as steps, the obligations of the orders beneath it, what happened as numbers above. */
export function VehicleChart(props: { here: Here; data: VehicleData }) {
  const { here, data } = props;
  const { lang } = here;
  const ceiling = lastOfDays(data.steps.map((step) => ({ day: step.day, amount: step.running })));
  const used = lastOfDays(data.actions.map((action) => ({ day: action.day, amount: action.running })));
  if (ceiling.length === 0) return null;
  const until = [data.latest, ceiling.at(-1)?.day ?? '', used.at(-1)?.day ?? ''].sort().at(-1) as string;
  const points = (list: { day: string; amount: string }[]) => {
    const last = list.at(-1);
    const drawn = list.map((one) => toPoint(one.day, one.amount));
    return last && last.day < until ? [...drawn, toPoint(until, last.amount)] : drawn;
  };
  const numbered = data.events.filter((event) => event.no !== null);
  const message = messageOf(data, lang);
  const label = (event: (typeof numbered)[number]) =>
    `${event.says}${event.amount === null ? '' : `: ${signed(event, lang)}`}`;
  return (
    <ChartFigure
      lang={lang}
      id="steps"
      message={message}
      measure={here.say`${data.name}: ceiling and obligations of its orders, US dollars, to ${formatDate(data.latest, lang)}`}
      draw={(id, width) =>
        stepChart({
          id,
          lang,
          title: message,
          ceiling: { label: here.say`Ceiling`, points: points(ceiling) },
          beneath: { label: here.say`Obligated by orders`, points: points(used) },
          events: numbered.map((event) => ({ date: event.day, label: label(event) })),
          width,
        })
      }
      table={{
        caption: here.say`Ceiling and obligations, day by day`,
        columns: [
          { label: here.say`Date`, kind: 'date' },
          { label: here.say`Ceiling`, kind: 'money' },
          { label: here.say`Obligated by orders`, kind: 'money' },
        ],
        rows: daysOf(ceiling, used),
      }}
    >
      <ol class="note events">
        {numbered.map((event) => (
          <li>
            {formatDate(event.day, lang)}: {event.says}
            {event.amount === null ? ' ' : ': '}
            {event.amount === null ? null : (
              <span class={event.event === 'notice' ? undefined : 'nowrap'}>{signed(event, lang)}</span>
            )}{' '}
            {event.place === null ? null : (
              <Link href={here.to(event.place.page)}>({event.place.place})</Link>
            )}
          </li>
        ))}
      </ol>
    </ChartFigure>
  );
}

function signed(event: VehicleData['events'][number], lang: Here['lang']): string {
  const text = formatMoney(event.amount ?? '0', lang, 0);
  if (event.event === 'notice') return sayIn(lang)`at most ${text} a vehicle`;
  return event.event === 'change' &&
    event.says !== sayIn(lang)`Ceiling as stated` &&
    !text.startsWith('\u2212')
    ? `+${text}`
    : text;
}

function messageOf(data: VehicleData, lang: Here['lang']): string {
  const say = sayIn(lang);
  const money = (amount: string) => formatMoney(amount, lang, 0);
  const [first, last] = [data.steps[0], data.steps.at(-1)];
  if (!first || !last) return data.name;
  const ceiling =
    first.basis === 'statement'
      ? say`Ceiling stated: ${money(last.running)}`
      : data.steps.length === 1
        ? say`Ceiling at the award: ${money(last.running)}`
        : say`The ceiling went from ${money(first.running)} to ${money(last.running)} in ${plural(data.steps.length - 1, { one: '# modification', other: '# modifications' }, lang)}`;
  const orders =
    data.obligations.value === null
      ? say`no order is at hand`
      : say`orders at hand come to ${money(String(data.obligations.value))}`;
  return `${ceiling}; ${orders}`;
}

function lastOfDays(
  list: { day: string | null; amount: string | null }[],
): { day: string; amount: string }[] {
  const days = new Map<string, string>();
  for (const { day, amount } of list) if (day !== null && amount !== null) days.set(day, amount);
  return [...days].map(([day, amount]) => ({ day, amount })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysOf(ceiling: { day: string; amount: string }[], used: { day: string; amount: string }[]) {
  const days = [...new Set([...ceiling, ...used].map((one) => one.day))].sort();
  const before = (list: { day: string; amount: string }[], day: string) =>
    list.findLast((one) => one.day <= day)?.amount ?? null;
  return days.map((day) => [day, before(ceiling, day), before(used, day)]);
}
