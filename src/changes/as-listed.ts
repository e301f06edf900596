import type { Change, Changes } from './compare.ts';

/** The changes as the publisher's lists show them: a re-labelled entry is one that vanished and one that appeared. */
export function asListed(changes: Changes): Changes {
  const renamed = changes.rows.filter((change) => change.change === 'relabelled');
  const two = renamed.map((change) => asTwo(change, changes.from.as_of));
  return {
    ...changes,
    counts: {
      ...changes.counts,
      ...changes.listed,
      relabelled: 0,
      late: changes.counts.late + two.filter(([, come]) => come.late).length,
    },
    rows: changes.rows.flatMap((change) =>
      change.change === 'relabelled' ? (two[renamed.indexOf(change)] as [Change, Change]) : [change],
    ),
  };
}

function asTwo(change: Change, earlier: string): [gone: Change, come: Change] {
  const alone = { ...change, before: null, after: null };
  return [
    {
      ...alone,
      change: 'vanished',
      label: change.before ?? change.label,
      amountAfter: null,
      rowAfter: null,
    },
    {
      ...alone,
      change: 'appeared',
      amountBefore: null,
      rowBefore: null,
      late: change.eventDate !== null && change.eventDate <= earlier,
    },
  ];
}
