/** What a cell is sorted by: its exact value where it has one, else its text. An empty key goes last. */
function keyOf(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.sort ?? cell?.textContent?.trim() ?? '';
}

/** Numbers by size, other text by the page's language; digits in text count as numbers. */
function compare(a: string, b: string, text: Intl.Collator): number {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? text.compare(a, b) : x - y;
}

function sort(table: HTMLTableElement, column: number, ascending: boolean): void {
  const body = table.tBodies[0];
  if (!body) return;
  const text = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    return ascending ? compare(a.key, b.key, text) : compare(b.key, a.key, text);
  });
  body.append(...keyed.map(({ row }) => row));
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.title = (table.dataset.sortLabel ?? '').replace('{column}', button.textContent?.trim() ?? '');
    head.append(button);
    button.addEventListener('click', () => {
      // Numbers start with the largest, words with A.
      const first = head.classList.contains('number') ? 'descending' : 'ascending';
      const now = head.getAttribute('aria-sort');
      const next = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', next);
      sort(table, column, next === 'ascending');
    });
  });
}

export {};
