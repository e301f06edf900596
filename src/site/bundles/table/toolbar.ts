import type { ShownColumn, Words } from './big-table.ts';
import type { TableState } from './table-state.ts';

/** The line above the table: how many rows, which columns, copy, show all. */
export function toolbar(given: {
  place: HTMLElement;
  words: Words;
  columns: readonly ShownColumn[];
  state: TableState;
  onColumns(): void;
  onReset(): void;
  copy(): Promise<number>;
}) {
  const { place, words, columns, state } = given;
  const bar = document.createElement('div');
  bar.className = 'table-bar';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const copy = button(words.copy, async () => {
    const count = await given.copy();
    status.textContent = words.copied.replace('{count}', count.toLocaleString(document.documentElement.lang));
  });
  const reset = button(words.reset, () => {
    given.onReset();
    for (const box of choice.querySelectorAll('input')) box.checked = true;
  });
  const choice = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.columns;
  choice.append(summary);
  for (const { name, label } of columns) {
    const line = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = !state.hidden.has(name);
    box.addEventListener('change', () => {
      if (box.checked) state.hidden.delete(name);
      // One column stays: a table of none says nothing.
      else if (state.hidden.size < columns.length - 1) state.hidden.add(name);
      else box.checked = true;
      given.onColumns();
    });
    line.append(box, ` ${label}`);
    choice.append(line);
  }
  bar.append(status, copy, reset, choice);
  place.prepend(bar);
  return {
    say: (text: string) => {
      status.textContent = text;
    },
    count(shown: number, total: number) {
      const lang = document.documentElement.lang;
      status.textContent = words.rows
        .replace('{shown}', shown.toLocaleString(lang))
        .replace('{total}', total.toLocaleString(lang));
    },
  };
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
