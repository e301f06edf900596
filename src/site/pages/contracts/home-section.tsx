import { Link } from '../../components/link.tsx';
import { type FigureSummary, summaryOf } from '../../data/summary.ts';
import type { Here } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { FigureCard } from '../shared/figure-card.tsx';
import { at } from './addresses.ts';
import { type Movement, movements } from './movements.ts';
import { vehicleRows } from './overview.tsx';
import { MovementTable, type VehicleRow, VehicleTable } from './tables.tsx';

/** What the home page shows of contracts. */
export interface ContractsHome {
  /** Headlines; empty where the home page has them already. */
  figures: FigureSummary[];
  vehicles: VehicleRow[];
  movements: Movement[];
}

const headlines = ['contracts.obligations', 'contracts.ceiling', 'contracts.vehicles'];
const shown = 6;

export function contractsHome(site: Site): ContractsHome | undefined {
  if (!site.contracts) return undefined;
  const first = new Set([...site.values.keys()].slice(0, 3));
  return {
    figures: headlines.flatMap((id) => {
      const values = site.values.get(id);
      return values && ![...first].some((known) => known.startsWith('contracts.')) ? [summaryOf(values)] : [];
    }),
    vehicles: vehicleRows(site).slice(0, shown),
    movements: movements(site, shown),
  };
}

/** Contracts on the home page: headline figures, the highest ceilings, the largest moves. */
export function ContractsHomeSection(props: { here: Here; data: ContractsHome }) {
  const { here, data } = props;
  return (
    <section aria-labelledby="contracts">
      <h2 id="contracts">{here.say`Contracts`}</h2>
      {data.figures.length === 0 ? null : (
        <div class="headlines">
          {data.figures.map((figure) => (
            <FigureCard here={here} figure={figure} />
          ))}
        </div>
      )}
      <VehicleTable
        here={here}
        id="home-vehicles"
        caption={here.say`Highest ceilings`}
        rows={data.vehicles}
        note={here.say`What could be ordered, beside what was; the two are never added.`}
      />
      {data.movements.length === 0 ? null : (
        <MovementTable
          here={here}
          id="home-moves"
          caption={here.say`Largest moves of a ceiling`}
          rows={data.movements}
        />
      )}
      <p>
        <Link href={here.to(file(at.home))}>{here.say`All vehicles, vendors and families`}</Link>;{' '}
        <Link href={here.to(file(at.flags))}>{here.say`questions that the records raise`}</Link>;{' '}
        <Link href={here.to(file(at.changes))}>{here.say`changes between downloads`}</Link>
      </p>
    </section>
  );
}
