import type { Comparison } from '../../figures/comparison.ts';

/** Actions of two downloads of one period, by award and modification. */
export const contractComparisons: readonly Comparison[] = [
  {
    id: 'contracts.actions',
    title: 'Contract actions between two downloads of one period',
    one: 'action',
    many: 'actions',
    sources: ['usaspending-search', 'usaspending-transactions', 'usaspending-2018'],
    relation: 'contract_actions_compared',
    key: ['action'],
    label: 'label',
    folded: 'person',
    organisation: 'vendor',
    fields: {
      obligation: 'amount',
      action_date: 'action date',
      recipient: 'recipient',
      ceiling_change: 'ceiling',
      current_end: 'end date',
      product: 'product or service',
      industry: 'industry',
    },
    money: 'obligation',
    eventDate: 'action_date',
  },
];
