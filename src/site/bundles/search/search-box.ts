import type { EntryList } from '../../search/types.ts';
import type { Finder, Found } from './finder.ts';
import { loadScript } from './load.ts';

const suggested = 8;
const shown = 60;

/**
 * The field with its suggestions (a combobox with a list, by the ARIA pattern) and its results. The words are kept in
 * the address, so that a search can be linked to.
 */
export function searchBox(box: HTMLElement, make: (list: EntryList) => Finder): void {
  const input = box.querySelector<HTMLInputElement>('input');
  const popup = box.querySelector<HTMLElement>('[role=listbox]');
  const results = box.querySelector<HTMLElement>('[data-results]');
  const status = box.querySelector<HTMLElement>('[data-status]');
  const form = box.querySelector('form');
  if (!input || !popup || !results || !status || !form) return;
  let find: Finder | undefined;
  let found: Found[] = [];
  let active = -1;
  const root = box.dataset.root ?? '';

  const words = () => input.value.trim();
  const ready = async () => {
    find ??= make(await loadScript<EntryList>('counterfoilEntries', box.dataset.search ?? ''));
    return find;
  };
  const close = () => {
    popup.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const move = (to: number) => {
    const options = [...popup.querySelectorAll<HTMLElement>('[role=option]')];
    if (options.length === 0) return;
    active = to < -1 ? options.length - 1 : to >= options.length ? -1 : to;
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(index === active));
    const chosen = options[active];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const open = () => {
    popup.replaceChildren(...found.slice(0, suggested).map((one, index) => optionOf(one, index, root)));
    popup.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!popup.hidden));
    active = -1;
    input.removeAttribute('aria-activedescendant');
  };
  const tell = () => {
    results.replaceChildren(...found.slice(0, shown).map((one) => resultOf(one, root)));
    const { none = '', one = '', many = '', first = '' } = box.dataset;
    const text =
      words() === ''
        ? ''
        : found.length === 0
          ? none
          : found.length === 1
            ? one
            : found.length > shown
              ? first
              : many;
    const number = new Intl.NumberFormat(document.documentElement.lang === 'es' ? 'es-US' : 'en-US');
    status.textContent = text
      .replace('{count}', number.format(found.length))
      .replace('{shown}', number.format(shown));
  };
  const keep = () => {
    const url = new URL(location.href);
    if (words() === '') url.searchParams.delete('q');
    else url.searchParams.set('q', words());
    history.replaceState(null, '', url);
  };
  const search = async (suggest: boolean) => {
    try {
      const now = await ready();
      found = words() === '' ? [] : now(words());
      tell();
      keep();
      if (suggest) open();
      else close();
    } catch {
      status.textContent = box.dataset.failed ?? '';
    }
  };

  input.addEventListener('focus', () => void ready().catch(() => undefined));
  input.addEventListener('input', () => void search(true));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (popup.hidden) open();
      move(event.key === 'ArrowDown' ? active + 1 : active - 1);
    } else if (event.key === 'Escape') {
      if (popup.hidden) {
        input.value = '';
        void search(false);
      } else close();
      event.preventDefault();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      const chosen = found[active];
      if (chosen) location.assign(new URL(root + chosen.page, location.href));
    }
  });
  popup.addEventListener('mousedown', (event) => {
    // The field keeps the focus; a click then leads on.
    event.preventDefault();
  });
  popup.addEventListener('click', (event) => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
    if (option?.dataset.href) location.assign(new URL(option.dataset.href, location.href));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search(false);
  });
  box.hidden = false;
  const asked = new URL(location.href).searchParams.get('q');
  if (asked) {
    input.value = asked;
    void search(false);
  }
}

function optionOf(one: Found, index: number, root: string): HTMLElement {
  const option = document.createElement('div');
  option.id = `suggestion-${index}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.href = root + one.page;
  option.append(one.title, note(one));
  return option;
}

function resultOf(one: Found, root: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + one.page;
  link.textContent = one.title;
  item.append(link, note(one));
  return item;
}

function note({ type, context }: Found): HTMLElement {
  const words = document.createElement('span');
  words.className = 'note';
  words.textContent = ` ${[type, context].filter((part) => part !== '').join(' · ')}`;
  return words;
}
