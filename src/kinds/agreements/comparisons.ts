import type { Comparison } from '../../figures/comparison.ts';

/** Agreements of two lists, by state, agency and model; a misspelt name put right is a re-labelling. */
export const agreementComparisons: readonly Comparison[] = [
  {
    id: 'agreements.participating',
    title: 'Agreements between two lists of participating agencies',
    one: 'agreement',
    many: 'agreements',
    sources: ['ice-participating'],
    relation: 'agreements_listed',
    where: `status = 'participating' and state is not null`,
    key: ['state', 'agency_key', 'model'],
    label: `agency_listed || ', ' || state || ' (' || model || ')'`,
    fields: { signed: 'signed', type: 'type', county: 'county', moa_url: 'agreement' },
    eventDate: 'signed',
    identity: {
      relation: 'agency_identity',
      on: ['state', 'agency_key'],
      column: 'organisation',
      with: ['model'],
    },
  },
  {
    id: 'agreements.pending',
    title: 'Agencies between two pending lists',
    one: 'pending agreement',
    many: 'pending agreements',
    sources: ['ice-pending'],
    relation: 'agreements_listed',
    where: `status = 'pending' and state is not null`,
    key: ['state', 'agency_key', 'model'],
    label: `agency_listed || ', ' || state || ' (' || model || ')'`,
    fields: { type: 'type', county: 'county', moa_url: 'agreement' },
  },
];
