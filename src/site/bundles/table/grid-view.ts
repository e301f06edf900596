import type { ShownColumn, Words } from './big-table.ts';
import { writer } from './cell-text.ts';
import type { ColumnStore } from './column-store.ts';
import type { TableState } from './table-state.ts';

export interface GridOptions {
  place: HTMLElement;
  lang: string;
  words: Words;
  /** Relative address of the site's root. */
  root: string;
  store: ColumnStore;
  columns(): readonly ShownColumn[];
  rows(): number;
  /** The row of the file at a place of the order that is shown. */
  rowAt(index: number): number;
  state: TableState;
  onSort(column: string): void;
  onFilter(column: string, typed: string): void;
  onScroll(row: number): void;
}

const rowHeight = 34;
/** Browsers lay out nothing much taller; above it a step of the bar is several rows. */
const tallest = 6_000_000;
const spare = 6;
const mostCopied = 1000;

/** About how wide a text is, in rem: capitals, as in identifiers and names of vendors, are the wide ones. */
function textWidth(text: string): number {
  const capitals = text.match(/[A-Z]/g)?.length ?? 0;
  return capitals * 0.66 + (text.length - capitals) * 0.54;
}

/** Widths of columns in rem, from what the first rows hold; long text is cut with its whole in the tip. */
function columnWidths(place: HTMLElement, columns: readonly ShownColumn[]): Map<string, number> {
  const rows = [...(place.parentElement?.querySelectorAll<HTMLTableRowElement>('tr') ?? [])];
  const shown = [...(rows[0]?.cells ?? [])].map((_, i) =>
    Math.max(...rows.map((row) => textWidth(row.cells[i]?.textContent ?? ''))),
  );
  return new Map(
    columns.map(({ name, label }, i) => {
      const letters = Math.max(shown[i] ?? 6.6, textWidth(label) + 1.1);
      return [name, Math.round(Math.min(24, Math.max(6, letters + 1.4)) * 10) / 10];
    }),
  );
}

/** A grid of which only the rows on screen exist. */
export function gridView(options: GridOptions) {
  const { place, lang, words, store, state } = options;
  const make = (name: string, className: string, role?: string) => {
    const made = document.createElement(name);
    made.className = className;
    if (role) made.setAttribute('role', role);
    return made;
  };
  const view = make('div', 'grid-view', 'grid');
  view.setAttribute('aria-label', place.parentElement?.querySelector('caption')?.textContent ?? '');
  const head = make('div', 'grid-head', 'rowgroup');
  const body = make('div', 'grid-body', 'rowgroup');
  view.append(head, body);
  const help = make('p', 'note');
  help.textContent = `${words.keys} ${words.filterHelp}`;
  place.append(view, help);

  const widths = columnWidths(place, options.columns());
  let focus = { row: 0, column: 0 };
  let drawing = 0;
  const height = () => Math.min(options.rows() * rowHeight, tallest);
  const visible = () => Math.max(1, Math.floor((view.clientHeight - head.offsetHeight) / rowHeight));
  const lastFirst = () => Math.max(0, options.rows() - visible());
  const scale = () =>
    height() <= view.clientHeight ? 0 : lastFirst() / Math.max(1, height() - visible() * rowHeight);
  const firstRow = () => Math.min(lastFirst(), Math.round(view.scrollTop * scale()));
  const scrollTo = (row: number) => {
    const factor = scale();
    view.scrollTop = factor === 0 ? 0 : Math.min(lastFirst(), Math.max(0, row)) / factor;
  };

  function drawHead() {
    const columns = options.columns();
    const names = make('div', 'grid-row', 'row');
    const filters = make('div', 'grid-row filters', 'row');
    names.setAttribute('aria-rowindex', '1');
    for (const [i, { name, label, kind }] of columns.entries()) {
      const cell = make('div', `grid-cell ${kind}`, 'columnheader');
      const sort = make('button', '') as HTMLButtonElement;
      sort.type = 'button';
      sort.textContent = label;
      sort.addEventListener('click', () => options.onSort(name));
      if (state.sort?.column === name)
        cell.setAttribute('aria-sort', state.sort.descending ? 'descending' : 'ascending');
      cell.setAttribute('aria-colindex', String(i + 1));
      cell.append(sort);
      names.append(cell);
      const box = make('div', `grid-cell ${kind}`, 'gridcell');
      const input = make('input', '') as HTMLInputElement;
      input.type = 'search';
      input.value = state.filters.get(name) ?? '';
      input.dataset.column = name;
      input.setAttribute('aria-label', words.filter.replace('{column}', label));
      let wait = 0;
      input.addEventListener('input', () => {
        clearTimeout(wait);
        wait = window.setTimeout(() => options.onFilter(name, input.value), 250);
      });
      box.append(input);
      filters.append(box);
    }
    const typing =
      document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.column : undefined;
    const at = typing === undefined ? null : (document.activeElement as HTMLInputElement).selectionStart;
    head.replaceChildren(names, filters);
    const again =
      typing && head.querySelector<HTMLInputElement>(`input[data-column="${CSS.escape(typing)}"]`);
    if (again) {
      again.focus();
      again.setSelectionRange(at, at);
    }
    const wide = columns.map(({ name }) => widths.get(name) ?? 12);
    view.style.setProperty('--widths', wide.map((width) => `minmax(${width}rem, ${width}fr)`).join(' '));
    view.style.setProperty('--total', `${wide.reduce((sum, width) => sum + width, 0)}rem`);
    view.setAttribute('aria-colcount', String(columns.length));
    view.setAttribute('aria-rowcount', String(options.rows() + 1));
  }

  /** Draws the rows on screen with what is at hand, asks for the rest, and draws again when it has come. */
  async function drawRows(): Promise<void> {
    drawing += 1;
    const own = drawing;
    const columns = options.columns();
    const first = firstRow();
    const from = Math.max(0, first - spare);
    const to = Math.min(options.rows(), first + visible() + spare);
    const top = Math.max(0, view.scrollTop - (first - from) * rowHeight);
    const wanted = Array.from({ length: to - from }, (_, i) => options.rowAt(from + i));
    const names = columns.flatMap(({ name, link }) => (link ? [name, link] : [name]));
    const paint = () => {
      const held = body.contains(document.activeElement);
      body.style.height = `${height()}px`;
      body.replaceChildren(...wanted.map((row, i) => rowOf(columns, row, from + i, top + i * rowHeight)));
      if (held) focusCell(false);
    };
    paint();
    if (wanted.every((row) => names.every((name) => store.get(row, name) !== undefined))) return;
    // A quick scroll passes over rows that nobody reads.
    await new Promise((done) => setTimeout(done, 60));
    if (own !== drawing) return;
    await store.need(wanted, names);
    if (own === drawing) paint();
  }

  function rowOf(columns: readonly ShownColumn[], row: number, index: number, top: number): HTMLElement {
    const line = make('div', 'grid-row', 'row');
    line.setAttribute('aria-rowindex', String(index + 2));
    line.style.transform = `translateY(${top}px)`;
    for (const [i, column] of columns.entries()) {
      const cell = make('div', `grid-cell ${column.kind}`, i === 0 ? 'rowheader' : 'gridcell');
      const value = store.get(row, column.name);
      const to = column.link === undefined ? undefined : store.get(row, column.link);
      const text = value === undefined ? '…' : writer(column.kind, lang)(value);
      cell.setAttribute('aria-colindex', String(i + 1));
      cell.tabIndex = index === focus.row && i === focus.column ? 0 : -1;
      cell.title = text;
      if (
        typeof to === 'string' &&
        value !== null &&
        value !== undefined &&
        !/^[a-z][a-z0-9+.-]*:|^\//i.test(to)
      ) {
        const link = document.createElement('a');
        link.href = options.root + to;
        link.tabIndex = -1;
        link.textContent = text;
        cell.append(link);
      } else cell.textContent = text;
      cell.dataset.at = `${index} ${i}`;
      line.append(cell);
    }
    return line;
  }

  function focusCell(scroll = true) {
    const last = options.rows() - 1;
    focus = {
      row: Math.min(Math.max(0, focus.row), Math.max(0, last)),
      column: Math.min(Math.max(0, focus.column), options.columns().length - 1),
    };
    const first = firstRow();
    if (scroll && (focus.row < first || focus.row >= first + visible())) {
      scrollTo(focus.row < first ? focus.row : focus.row - visible() + 1);
      void drawRows();
    }
    for (const cell of body.querySelectorAll<HTMLElement>('[tabindex="0"]')) cell.tabIndex = -1;
    const cell = body.querySelector<HTMLElement>(`[data-at="${focus.row} ${focus.column}"]`);
    if (!cell) return;
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  body.addEventListener('keydown', (event) => {
    const page = visible() - 1;
    const moves: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: event.ctrlKey ? [-focus.row, -focus.column] : [0, -focus.column],
      End: event.ctrlKey ? [options.rows(), options.columns().length] : [0, options.columns().length],
    };
    const move = moves[event.key];
    if (move) {
      focus = { row: focus.row + move[0], column: focus.column + move[1] };
      focusCell();
    } else if (event.key === 'Enter') {
      (document.activeElement?.querySelector('a') as HTMLAnchorElement | null)?.click();
      return;
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && String(getSelection()) === '') {
      void navigator.clipboard?.writeText(linesOf([options.rowAt(focus.row)]).join('\n'));
    } else return;
    event.preventDefault();
  });
  body.addEventListener('click', (event) => {
    const at = (event.target as HTMLElement)
      .closest<HTMLElement>('[data-at]')
      ?.dataset.at?.split(' ')
      .map(Number);
    if (!at) return;
    focus = { row: at[0] ?? 0, column: at[1] ?? 0 };
    if (String(getSelection()) === '') focusCell(false);
  });

  let waiting = 0;
  let settled = 0;
  view.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      void drawRows();
      clearTimeout(settled);
      settled = window.setTimeout(() => options.onScroll(firstRow()), 250);
    });
  });
  window.addEventListener('resize', () => void drawRows());

  /** Rows as lines of values between tabs, exact, without the shorthand's brackets. */
  function linesOf(rows: readonly number[]): string[] {
    const columns = options.columns();
    return rows.map((row) =>
      columns.map(({ name }) => String(store.get(row, name) ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t'),
    );
  }

  return {
    /** Draws anew; from the row of the state where the order has changed. */
    draw(anew: boolean) {
      drawHead();
      body.style.height = `${height()}px`;
      if (anew) {
        scrollTo(state.row);
        focus = { row: state.row, column: 0 };
      }
      void drawRows();
    },
    /** Copies the first rows of what is shown with their headings; gives how many. */
    async copyRows(): Promise<number> {
      const count = Math.min(options.rows(), mostCopied);
      const rows = Array.from({ length: count }, (_, i) => options.rowAt(i));
      const columns = options.columns();
      await store.need(
        rows,
        columns.map(({ name }) => name),
      );
      const heading = columns.map(({ label }) => label).join('\t');
      await navigator.clipboard.writeText([heading, ...linesOf(rows)].join('\n'));
      return count;
    },
  };
}
