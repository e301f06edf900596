import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import { kindOf } from '../../units.ts';
import type { FigureData } from './data.ts';

const classes: Readonly<Record<string, string>> = {
  'as-good': 'as good as the words',
  'drops-condition': 'drops a condition',
  'another-question': 'another question',
};

/** Other definitions that a fair person might mean by the same name, declared beforehand, with what each gives. */
export function ReadingsDeclared(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  if (data.readings.length === 0) return null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Other readings</h2>
      <p>
        Definitions that a fair person might mean by the same name, declared before any sentence was checked.
        The figure itself never uses them.
      </p>
      <Table
        lang={here.lang}
        id="readings-table"
        caption={`Readings of ${data.summary.title.toLowerCase()}`}
        columns={[
          { label: 'Counting', kind: 'text' },
          { label: 'Gives', kind: kindOf(data.summary) },
          { label: 'Class', kind: 'text' },
          { label: 'Why a fair person might mean it', kind: 'text' },
        ]}
        rows={data.readings.map((reading) => [
          reading.says,
          here.cell(reading),
          classes[reading.class] ?? reading.class,
          reading.why,
        ])}
      />
    </section>
  );
}
