import { Table } from '../../components/table.tsx';
import { formatNumber } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { kindOf, unitOf } from '../../units.ts';
import { type FigureData, isPartRevised, type Part } from './data.ts';

/** Above this many rows a table is folded away. */
const folded = 60;
/** At most so many rows of a part are on the page: the twins have all, and a browser stays quick. */
const most = 150;

/** The figure by each of its dimensions; every part leads to its rows. */
export function Parts(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const parts = data.parts.filter((part) => part.dimension !== 'month');
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{here.say`By its parts`}</h2>
      <div class="parts">
        {parts.map((part) =>
          part.groups.length > folded ? (
            <details>
              <summary>{here.say`${part.title}: ${formatNumber(part.groups.length, here.lang)} rows`}</summary>
              <PartTable here={here} data={data} part={part} />
            </details>
          ) : (
            <PartTable here={here} data={data} part={part} />
          ),
        )}
      </div>
    </section>
  );
}

function PartTable(props: { here: Here; data: FigureData; part: Part }) {
  const { here, part, data } = props;
  const { summary } = data;
  const ratio = !data.squares && part.groups.some((group) => group.denominator !== undefined);
  return (
    <Table
      lang={here.lang}
      id={`by-${part.dimension}`}
      caption={here.say`By ${part.title.toLowerCase().replace(/fips/g, 'FIPS')}`}
      columns={[
        { label: part.title, kind: 'text' },
        {
          label: heading(
            unitOf(summary, null) ?? (summary.unit.kind === 'money' ? here.say`value` : here.say`share`),
          ),
          kind: kindOf(summary),
        },
        ...(ratio ? [{ label: here.say`of them` }, { label: here.say`of all` }] : []),
      ]}
      rows={inOrder(part)
        .slice(0, most)
        .map((group) => [
          part.dimension === 'state' && group.key !== ''
            ? { value: group.label, href: here.to(file(paths.state(group.key))) }
            : group.label,
          {
            ...here.cell(group),
            ...(isPartRevised(data, part.dimension, group.key) ? { status: 'r' as const } : {}),
          },
          ...(ratio
            ? [
                here.cell({ ...group, value: group.numerator ?? null }),
                here.cell({ ...group, value: group.denominator ?? null }),
              ]
            : []),
        ])}
      note={
        part.additive ? undefined : here.say`These do not add up to the whole: one can be in several rows.`
      }
      total={part.groups.length}
      sortable
    />
  );
}

/** A unit as the heading of a column. */
function heading(unit: string): string {
  return unit.charAt(0).toUpperCase() + unit.slice(1);
}

/** Parts with a course of their own (months) as they come, others the largest first. */
function inOrder(part: Part): Part['groups'] {
  if (part.dimension === 'month') return part.groups;
  return [...part.groups].sort((a, b) => Number(b.value) - Number(a.value) || (a.label < b.label ? -1 : 1));
}
