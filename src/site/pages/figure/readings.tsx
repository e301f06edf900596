import type { ReadingClass } from '../../charts/readings-strip.ts';
import { Readings } from '../../components/readings.tsx';
import type { Here } from '../../page-kind.ts';
import { kindOf } from '../../units.ts';
import type { FigureData } from './data.ts';

const classes: Readonly<Record<string, ReadingClass>> = {
  'as-good': 'as-good',
  'drops-condition': 'drops',
  'another-question': 'other',
};

/** A strip with one sign a reading, the figure itself labelled, and the table under it; declared before any sentence was checked. */
export function ReadingsDeclared(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const { summary } = data;
  if (data.readings.length === 0) return null;
  const link = (address: string | null) => (address === null ? {} : { receipt: here.to(address) });
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{here.say`Other readings`}</h2>
      <p>{here.say`Definitions that a fair person might mean by the same name, declared before any sentence was checked. The figure itself never uses them.`}</p>
      <Readings
        lang={here.lang}
        id="readings-strip"
        title={here.say`Readings of ${summary.title.toLowerCase()}`}
        kind={kindOf(summary)}
        readings={[
          {
            label: here.say`The figure itself`,
            value: summary.value,
            class: 'as-good',
            worded: true,
            why: here.say`Its definition stands at the top of this page.`,
            asOf: summary.as_of,
            ...link(summary.receipt),
          },
          ...data.readings.map((reading) => ({
            label: reading.says,
            value: reading.value,
            class: classes[reading.class] ?? ('other' as const),
            why: reading.why,
            asOf: summary.as_of,
            ...link(reading.receipt),
          })),
        ]}
      />
    </section>
  );
}
