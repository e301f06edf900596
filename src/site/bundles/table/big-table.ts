import { type CellValue, columnStore } from './column-store.ts';
import { gridView } from './grid-view.ts';
import { rangedFile } from './ranged-file.ts';
import { passing, sorted, testOf } from './row-order.ts';
import { readState, writeState } from './table-state.ts';
import { toolbar } from './toolbar.ts';

/** A column as the page names it. */
export interface ShownColumn {
  name: string;
  label: string;
  kind: string;
  link?: string;
  hidden?: boolean;
}

/** Texts of the page, in its language. */
export type Words = Record<
  'rows' | 'filter' | 'filterHelp' | 'columns' | 'copy' | 'copied' | 'reset' | 'loading' | 'failed' | 'keys',
  string
>;

/** Puts a table of all rows in the place of the first ones. */
export async function bigTable(place: HTMLElement): Promise<void> {
  const { bigTable: address = '', bytes, root = './' } = place.dataset;
  if (!/^https?:$/.test(location.protocol)) return;
  const all = JSON.parse(place.dataset.columns ?? '[]') as ShownColumn[];
  const words = JSON.parse(place.dataset.words ?? '{}') as Words;
  const lang = document.documentElement.lang;
  const store = await columnStore(rangedFile(new URL(address, document.baseURI).href, Number(bytes)));
  const columns = all.filter(({ hidden }) => !hidden);
  const state = readState(
    location.hash,
    columns.map(({ name }) => name),
  );
  const whole = new Map<string, Promise<CellValue[]>>();
  const column = (name: string) => {
    const found = whole.get(name) ?? store.column(name);
    whole.set(name, found);
    return found;
  };
  let order: Uint32Array | undefined;
  const count = () => order?.length ?? store.rows;
  const shown = () => columns.filter(({ name }) => !state.hidden.has(name));

  const remember = () =>
    history.replaceState(null, '', writeState(state) || location.pathname + location.search);
  const grid = gridView({
    place,
    lang,
    words,
    root,
    store,
    columns: shown,
    rows: count,
    rowAt: (index) => order?.[index] ?? index,
    state,
    onSort(name) {
      const now = state.sort;
      const kind = columns.find((one) => one.name === name)?.kind ?? 'text';
      const first = kind === 'number' || kind === 'money';
      if (now?.column !== name) state.sort = { column: name, descending: first };
      else if (now.descending === first) state.sort = { column: name, descending: !first };
      else state.sort = null;
      void arrange();
    },
    onFilter(name, typed) {
      if (typed === '') state.filters.delete(name);
      else state.filters.set(name, typed);
      void arrange();
    },
    onScroll(row) {
      state.row = row;
      remember();
    },
  });
  const bar = toolbar({
    place,
    words,
    columns,
    state,
    onColumns: () => {
      remember();
      grid.draw(true);
    },
    onReset() {
      state.sort = null;
      state.filters.clear();
      state.hidden.clear();
      void arrange();
    },
    copy: () => grid.copyRows(),
  });

  let turn = 0;
  /** Works out which rows there are and in which order; a later wish overtakes an earlier one. */
  async function arrange(keepRow = false): Promise<void> {
    turn += 1;
    const own = turn;
    bar.say(words.loading);
    const tests = [];
    for (const [name, typed] of state.filters) {
      const test = testOf(typed, columns.find((one) => one.name === name)?.kind ?? 'text');
      if (test) tests.push({ test, values: await column(name) });
    }
    let found = passing(store.rows, tests);
    if (state.sort)
      found = sorted(found ?? store.rows, await column(state.sort.column), state.sort.descending, lang);
    if (own !== turn) return;
    order = found;
    if (!keepRow) state.row = 0;
    remember();
    bar.count(count(), store.rows);
    grid.draw(true);
  }
  place.hidden = false;
  await arrange(true);
  // The first rows that the page came with have done their service.
  place.closest('.big-table')?.classList.add('enhanced');
}
