export const usaspending = 'U.S. Department of the Treasury, USAspending.gov';
export const fpds = 'U.S. General Services Administration, FPDS';

/** What every layout of contract records has. */
export const base = {
  version: 1,
  kind: 'contracts',
  forbids: [],
  links: [],
  eventOutsideReason: 'false',
} as const;

/** SQL of a part of a generated award id, counted from 1: `CONT_AWD_<piid>_<agency>_<parent piid>_<parent agency>`. */
export const awardPart = (cell: string, index: number) =>
  `nullif(upper(split_part(${cell}, '_', ${index})), '-NONE-')`;
