import type { WorkedScenario } from '../../../figures/work-scenario.ts';
import { Table } from '../../components/table.tsx';
import { formatMoney, formatNumber } from '../../format.ts';
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
    title: 'Scenarios',
    description: 'Arithmetic over figures and stated assumptions.',
    crumbs: [
      { label: 'Home', href: 'index.html' },
      { label: 'Contracts', href: file(at.home) },
      { label: 'Scenarios' },
    ],
    children: (
      <>
        <h1>Scenarios</h1>
        <p class="lead">
          These are calculations, not records. Each starts from figures and from assumptions that somebody
          stated, and says which is which.
        </p>
        {scenarios.map((scenario, index) => (
          <section aria-labelledby={`scenario-${index}`}>
            <h2 id={`scenario-${index}`}>{scenario.title}</h2>
            <Table
              lang={here.lang}
              id={`scenario-${index}-table`}
              caption="Line by line"
              columns={[
                { label: 'What', kind: 'text' },
                { label: 'Value', kind: 'text' },
                { label: 'It is', kind: 'text' },
                { label: 'From', kind: 'text', long: true },
              ]}
              rows={scenario.lines.map((line) => [
                line.says,
                shown(line, here),
                kinds[line.from],
                line.from === 'figure'
                  ? { value: line.source, href: here.to(file(paths.figure(line.source))) }
                  : line.source,
              ])}
            />
            <ul>
              {scenario.caveats.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ scenarios }) => ({
    columns: ['scenario', 'name', 'value', 'unit', 'says', 'from', 'source'],
    rows: scenarios.flatMap((one) =>
      one.lines.map((line) => [one.id, line.name, line.value, line.unit, line.says, line.from, line.source]),
    ),
  }),
});

function shown(line: WorkedScenario['lines'][number], here: Here): string {
  if (line.value === null) return '[x]';
  return line.unit === 'USD'
    ? formatMoney(line.value, here.lang)
    : `${formatNumber(line.value, here.lang)} ${line.unit}`;
}
