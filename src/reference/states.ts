import { readFileSync } from 'node:fs';

/** A state, district or territory as the program names it. */
export interface State {
  /** USPS code. */
  code: string;
  name: string;
  fips: string;
  class: 'state' | 'district' | 'territory';
}

const row = /\('([A-Z]{2})', '([^']+)', '(\d{2})', '(state|district|territory)'\)/g;

/** The same list as the model `states`, read from its SQL so that there is only one. */
export const states: readonly State[] = [
  ...readFileSync(new URL('./models/states.sql', import.meta.url), 'utf8').matchAll(row),
].map((found) => ({
  code: found[1] as string,
  name: found[2] as string,
  fips: found[3] as string,
  class: found[4] as State['class'],
}));
