/** What a person has chosen: kept in the address after `#`, so that a link shows the same. */
export interface TableState {
  sort: { column: string; descending: boolean } | null;
  filters: Map<string, string>;
  /** Names of columns that are not shown. */
  hidden: Set<string>;
  /** The first row on screen. */
  row: number;
}

/** Reads the part after `#`; names that no column has are left out. */
export function readState(hash: string, known: readonly string[]): TableState {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const filters = new Map<string, string>();
  for (const [name, value] of given)
    if (name.startsWith('f.') && known.includes(name.slice(2)))
      filters.set(name.slice(2), value.slice(0, 200));
  const sort = /^(-?)(.+)$/.exec(given.get('sort') ?? '');
  const row = Number(given.get('row'));
  return {
    sort:
      sort && known.includes(sort[2] ?? '') ? { column: sort[2] ?? '', descending: sort[1] === '-' } : null,
    filters,
    hidden: new Set((given.get('hide') ?? '').split(',').filter((name) => known.includes(name))),
    row: Number.isSafeInteger(row) && row > 0 ? row : 0,
  };
}

/** The part after `#`; empty where nothing was chosen. */
export function writeState({ sort, filters, hidden, row }: TableState): string {
  const given = new URLSearchParams();
  if (sort) given.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  for (const [name, value] of filters) if (value !== '') given.set(`f.${name}`, value);
  if (hidden.size > 0) given.set('hide', [...hidden].join(','));
  if (row > 0) given.set('row', String(row));
  const text = given.toString();
  return text === '' ? '' : `#${text}`;
}
