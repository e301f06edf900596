/** The page with the statement of one's own: sends it and shows the rows, all as text. */
const form = document.querySelector<HTMLFormElement>('form[data-sql]');
const output = document.querySelector<HTMLElement>('[data-sql-answer]');

interface Answer {
  columns?: { name: string; type: string }[];
  rows?: (string | number | boolean | null)[][];
  truncated?: boolean;
  detail?: string;
  hint?: string;
  code?: string;
}

if (form && output) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(form, output);
  });
}

async function run(asked: HTMLFormElement, into: HTMLElement): Promise<void> {
  const sql = asked.querySelector('textarea')?.value ?? '';
  into.setAttribute('aria-busy', 'true');
  const found = await fetch(new URL('../api/v1/sql', import.meta.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sql }),
  }).catch(() => null);
  const answer = (await found?.json().catch(() => null)) as Answer | null;
  into.removeAttribute('aria-busy');
  into.replaceChildren(answer?.rows ? table(answer, into.dataset) : refusal(answer, into.dataset));
}

function table({ columns = [], rows = [], truncated }: Answer, words: DOMStringMap): Node {
  const region = element('div', '', 'scroll');
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  const made = document.createElement('table');
  made.append(
    element('caption', `${rows.length} ${words.rows ?? ''}${truncated ? `; ${words.more ?? ''}` : ''}`),
  );
  const head = made.createTHead().insertRow();
  for (const column of columns) {
    const cell = element('th', column.name);
    cell.setAttribute('scope', 'col');
    cell.title = column.type;
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of row) line.append(element('td', value === null ? '' : String(value)));
  }
  region.setAttribute('aria-label', words.answer ?? '');
  region.append(made);
  return region;
}

function refusal(answer: Answer | null, words: DOMStringMap): Node {
  const text =
    answer?.detail === undefined
      ? (words.failed ?? '')
      : `${answer.detail} ${answer.hint ?? ''} (${answer.code ?? ''})`;
  return element('p', text, 'refusal');
}

function element(name: string, text: string, className?: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

export {};
