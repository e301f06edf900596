import type { WorkedScenario } from '../../../figures/work-scenario.ts';
import { Table } from '../../components/table.tsx';
import { formatMoney, formatNumber, formatPercent } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { at } from './addresses.ts';

const kinds = {
  figure: 'a figure, from records',
  assumption: 'an assumption',
  arithmetic: 'arithmetic, not a record',
} as const;

/** Declared arithmetic over figures and stated assumptions. */
export const scenariosPage = page<{ scenarios: readonly WorkedScenario[] }>({
  route: 'contracts/scenarios',
  says: 'declared arithmetic over figures and stated assumptions, each line with where its number comes from',
  paths: (site) => ((site.contracts?.scenarios.length ?? 0) > 0 ? [at.scenarios] : []),
  load: (site) => ({ scenarios: site.contracts?.scenarios ?? [] }),
  view: ({ scenarios }, here) => ({
    title: here.say`Scenarios`,
    description: here.say`Arithmetic over figures and stated assumptions.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Contracts`, href: file(at.home) },
      { label: here.say`Scenarios` },
    ],
    children: (
      <>
        <h1>{here.say`Scenarios`}</h1>
        <p class="lead">{here.say`These are calculations, not records. Each starts from figures and from assumptions that somebody stated, and says which is which.`}</p>
        {scenarios.map((scenario, index) => (
          <section aria-labelledby={`scenario-${index}`}>
            <h2 id={`scenario-${index}`}>{here.say(scenario.title)}</h2>
            <Table
              lang={here.lang}
              id={`scenario-${index}-table`}
              caption={here.say`Line by line`}
              columns={[
                { label: here.say`What`, kind: 'text' },
                { label: here.say`Value`, kind: 'text' },
                { label: here.say`It is`, kind: 'text' },
                { label: here.say`From`, kind: 'text', long: true },
              ]}
              rows={scenario.lines.map((line) => [
                here.say(line.says),
                shown(line, here),
                here.say(kinds[line.from]),
                line.from === 'figure'
                  ? { value: line.source, href: here.to(file(paths.figure(line.source))) }
                  : line.from === 'arithmetic'
                    ? workedOut(line, scenario.lines, here)
                    : here.say(line.source),
              ])}
            />
            <ul>
              {scenario.caveats.map((one) => (
                <li>{here.say(one)}</li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ scenarios }) => ({
    columns: ['scenario', 'name', 'value', 'unit', 'says', 'from', 'source'],
    measured: ['value'],
    rows: scenarios.flatMap((one) =>
      one.lines.map((line) => [one.id, line.name, line.value, line.unit, line.says, line.from, line.source]),
    ),
  }),
});

const signs: Readonly<Record<string, string>> = { add: '+', subtract: '−', multiply: '×', divide: '÷' };

/** `29,915 officers × $7,500`: the step with the values that it was worked out from. */
function workedOut(
  { source }: WorkedScenario['lines'][number],
  lines: WorkedScenario['lines'],
  here: Here,
): string {
  return source
    .split(' ')
    .map((part, index) => {
      if (index === 1) return signs[part] ?? part;
      const line = lines.find(({ name }) => name === part);
      return line ? shown(line, here) : part;
    })
    .join(' ');
}

function shown(line: WorkedScenario['lines'][number], here: Here): string {
  if (line.value === null) return '[x]';
  if (line.unit === 'share') return formatPercent(line.value, here.lang);
  return line.unit === 'USD'
    ? formatMoney(line.value, here.lang)
    : `${formatNumber(line.value, here.lang)} ${here.say(line.unit)}`;
}
