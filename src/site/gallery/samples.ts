import type { Series } from '../charts/series.ts';
import { formatDate } from '../format.ts';
import type { MapValue } from '../maps/map-value.ts';
import { places } from '../maps/states.ts';

/** Invented values: the same on every run, spread as counts of agencies are (many small, few large). */
function invented(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return x - Math.floor(x);
}

/** An invented value a state at a share of its size; some without data, one hidden. */
export function stateValues(share = 1): MapValue[] {
  return places.flatMap((place, i): MapValue[] => {
    if (['VI', 'ND'].includes(place.code)) return [];
    const href = `#${place.code}`;
    if (place.code === 'NV') return [{ key: place.code, value: null, status: 'c', href }];
    if (['CA', 'IL', 'VT', 'HI', 'AS'].includes(place.code)) return [{ key: place.code, value: 0, href }];
    const value = Math.floor(invented(i + 3) ** 4 * 330 * share) + (share > 0.5 ? 1 : 0);
    return [{ key: place.code, value: place.code === 'FL' ? Math.round(331 * share) : value, href }];
  });
}

/** Invented counties, with codes that the map does not have. */
export function countyValues(): MapValue[] {
  const known = [12, 48, 13, 37, 47, 40].flatMap((state) =>
    Array.from(
      { length: 90 },
      (_, i) => `${String(state).padStart(2, '0')}${String(i * 2 + 1).padStart(3, '0')}`,
    ),
  );
  const values = known.map((key, i): MapValue => ({ key, value: Math.floor(invented(i) ** 3 * 9) }));
  return [
    ...values,
    { key: '09110', value: 2 },
    { key: '02063', value: 1 },
    { key: '02066', value: 2 },
    { key: '72001', value: 1 },
  ];
}

function monthly(from: number, values: (number | null)[]) {
  return values.map((value, i) => {
    const month = from + i;
    return { date: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-20`, value };
  });
}

/** Growth of three invented models; the second has two months that the records lack. */
export const growth: Series[] = [
  {
    label: 'Task force',
    points: monthly(2025 * 12, [0, 11, 57, 140, 210, 288, 395, 455, 520, 575, 640, 702]),
  },
  {
    label: 'Jail enforcement',
    points: monthly(2025 * 12, [60, 62, 68, null, null, 95, 108, 113, 121, 128, 133, 138]),
  },
  {
    label: 'Warrant service',
    points: monthly(2025 * 12, [75, 78, 90, 118, 150, 190, 240, 268, 300, 331, 352, 371]),
  },
];

/** Three lines that end within a hair of each other. */
export const crowded: Series[] = [
  { label: 'First of three', points: monthly(2024 * 12 + 10, [10, 40, 80, 100]) },
  { label: 'Second of three', points: monthly(2024 * 12 + 10, [90, 95, 97, 101]) },
  { label: 'Third, with a long name of its own', points: monthly(2024 * 12 + 10, [120, 110, 105, 102]) },
];

/** One point, all zeros, nothing at all. */
export const single: Series[] = [{ label: 'Only one list', points: [{ date: '2026-01-26', value: 1304 }] }];
export const zeros: Series[] = [{ label: 'None so far', points: monthly(2026 * 12, [0, 0, 0]) }];
export const huge: Series[] = [
  { label: 'Ten thousand million', points: monthly(2020 * 12, [1, 5e9, 12_345_678_901]) },
];

/** An invented contract: ceiling raised three times, once lowered. */
export const contract = {
  ceiling: {
    label: 'Ceiling',
    points: [
      { date: '2022-03-01', value: 14_000_000 },
      { date: '2023-06-15', value: 22_500_000 },
      { date: '2024-02-01', value: 61_000_000 },
      { date: '2024-03-10', value: 61_000_000 },
      { date: '2025-09-30', value: 58_200_000.5, exact: '58200000.50' },
      { date: '2026-05-01', value: 58_200_000.5, exact: '58200000.50' },
    ],
  },
  beneath: {
    label: 'Obligated',
    points: [
      { date: '2022-03-01', value: 2_000_000 },
      { date: '2022-11-20', value: 9_400_000 },
      { date: '2023-07-01', value: 19_000_000 },
      { date: '2024-02-20', value: 33_000_000 },
      { date: '2025-01-15', value: 47_750_000 },
      { date: '2026-05-01', value: 47_750_000 },
    ],
  },
  events: [
    { date: '2023-06-15', label: 'modification P00007, ceiling raised' },
    { date: '2024-02-01', label: 'modification P00012, ceiling raised' },
    { date: '2024-03-10', label: 'modification P00013, period extended' },
    { date: '2025-09-30', label: 'modification P00021, ceiling lowered' },
  ],
};

/** An invented hash. */
export const hash = '3f7a0c5be1d2946880aa17c9f04e6d5b2c8831f0975eabd46120cf93de7b845a';

/** Levels of organisations, the sides of a small matrix. */
export const levels = ['Municipal', 'County', 'State', 'Federal', 'University'] as const;

/** An invented count from one place to another; null where it is hidden. */
export function flow(from: number, to: number): number | null {
  const value = Math.floor(invented(from * 31 + to * 7 + 1) ** 3 * 2400);
  return value > 0 && value < 10 ? null : value;
}

/** Dollars by month over three years, with months of none, of zero and below it. */
export const months = Array.from({ length: 36 }, (_, i) => {
  const date = `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const value = i % 17 === 5 ? 0 : i % 11 === 8 ? -90_000 : 40_000 + ((i * 7919) % 23) * 25_000;
  return { date, label: formatDate(date, 'en'), value };
}).filter(({ date }) => !['2023-08', '2024-02', '2024-03'].includes(date));
