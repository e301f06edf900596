/** A state or territory of the examples: as the publisher writes it, its USPS code, its FIPS code and its weight. */
export interface ExampleState {
  name: string;
  code: string;
  fips: string;
  /** How often it is drawn. */
  weight: number;
  territory?: true;
}

const state = (name: string, code: string, fips: string, weight: number): ExampleState => ({
  name,
  code,
  fips,
  weight,
});

/** Twenty-five states and one territory. */
export const exampleStates: readonly ExampleState[] = [
  state('ALABAMA', 'AL', '01', 4),
  state('ARIZONA', 'AZ', '04', 2),
  state('ARKANSAS', 'AR', '05', 3),
  state('FLORIDA', 'FL', '12', 24),
  state('GEORGIA', 'GA', '13', 6),
  state('IDAHO', 'ID', '16', 2),
  state('INDIANA', 'IN', '18', 2),
  state('KANSAS', 'KS', '20', 2),
  state('LOUISIANA', 'LA', '22', 3),
  state('MISSISSIPPI', 'MS', '28', 3),
  state('MISSOURI', 'MO', '29', 3),
  state('MONTANA', 'MT', '30', 1),
  state('NEBRASKA', 'NE', '31', 1),
  state('NEVADA', 'NV', '32', 1),
  state('NEW HAMPSHIRE', 'NH', '33', 2),
  state('NORTH CAROLINA', 'NC', '37', 4),
  state('OHIO', 'OH', '39', 2),
  state('OKLAHOMA', 'OK', '40', 3),
  state('PENNSYLVANIA', 'PA', '42', 6),
  state('SOUTH CAROLINA', 'SC', '45', 4),
  state('TENNESSEE', 'TN', '47', 6),
  state('TEXAS', 'TX', '48', 18),
  state('UTAH', 'UT', '49', 2),
  state('WISCONSIN', 'WI', '55', 3),
  state('WYOMING', 'WY', '56', 1),
  { ...state('GUAM', 'GU', '66', 0), territory: true },
];

/** The state drawn at a point from 0 to 1 of the weights. */
export function stateAt(point: number): ExampleState {
  const total = exampleStates.reduce((sum, { weight }) => sum + weight, 0);
  let left = point * total;
  for (const candidate of exampleStates) {
    left -= candidate.weight;
    if (left < 0) return candidate;
  }
  throw new Error(`a point from 0 to 1 was expected, found ${point}`);
}
