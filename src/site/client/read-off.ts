/**
 * Lets drawings be read off: by a range input (arrows, Home, End; with Shift a span, where the drawing runs over time) and
 * by pointing. What was chosen stands in the address after `#`, so that a link shows the same.
 */

/** What a drawing can do: it has so many places, says each, and shows one, or a span of them. */
interface Readable {
  count: number;
  /** Whether places follow one another in time, so that a span of them means something. */
  spans: boolean;
  /** What stands for a place in the address. */
  key(index: number): string;
  say(index: number): string;
  /** `moved` is false until somebody has chosen. */
  show(at: number, low: number, high: number, moved: boolean): void;
}

type Move = (to: number, spanning: boolean) => void;

/** The control under a drawing. Its room is kept from the beginning, so that nothing moves. */
function control(
  figure: HTMLElement,
  box: HTMLElement,
  drawn: Readable,
): { move: Move; spanning(): boolean } {
  const last = drawn.count - 1;
  let [at, anchor, moved] = [last, last, false];
  const input = document.createElement('input');
  const label = document.createElement('label');
  input.type = 'range';
  input.max = String(last);
  input.value = String(last);
  input.id = `${figure.id}-read-off`;
  label.htmlFor = input.id;
  label.textContent = figure.dataset.dateLabel ?? '';
  const said = document.createElement('p');
  said.setAttribute('aria-live', 'polite');
  box.append(label, input, said);
  const name = `read.${figure.id}`;

  function show(): void {
    const [low, high] = [Math.min(at, anchor), Math.max(at, anchor)];
    const text =
      low === high
        ? drawn.say(low)
        : (figure.dataset.rangeLabel ?? '{from} – {to}')
            .replace('{from}', () => drawn.say(low))
            .replace('{to}', () => drawn.say(high));
    said.textContent = text;
    input.value = String(at);
    input.setAttribute('aria-valuetext', text);
    drawn.show(at, low, high, moved);
  }

  /** Writes the choice down once it rests: a browser refuses an address that changes with every step. */
  let writing = 0;
  function keep(): void {
    clearTimeout(writing);
    writing = setTimeout(() => {
      const state = stateOf(location.hash);
      const [low, high] = [Math.min(at, anchor), Math.max(at, anchor)];
      if (low === high && at === last) state.delete(name);
      else state.set(name, low === high ? drawn.key(at) : `${drawn.key(low)}..${drawn.key(high)}`);
      const text = state.toString();
      history.replaceState(history.state, '', text === '' ? location.pathname + location.search : `#${text}`);
    }, 250);
  }

  const move: Move = (to, spanning) => {
    at = Math.min(last, Math.max(0, to));
    if (!spanning || !drawn.spans) anchor = at;
    moved = true;
    show();
    keep();
  };

  function restore(): void {
    const given = stateOf(location.hash).get(name);
    if (given === null) return;
    const places = given.split('..').map((key) => {
      for (let i = 0; i < drawn.count; i += 1) if (drawn.key(i) === key) return i;
      return -1;
    });
    const [from = -1, to = from] = places;
    if (from < 0 || to < 0 || (places.length > 1 && !drawn.spans)) return;
    [anchor, at, moved] = [from, to, true];
    show();
  }

  // A script hears of Shift by the keys alone: a range has no notion of it.
  let shift = false;
  input.addEventListener('keydown', (event) => {
    shift = event.shiftKey && drawn.spans;
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const end = { Home: 0, End: last }[event.key];
    if (event.key === 'Escape') move(at, false);
    else if (shift && (step !== undefined || end !== undefined)) {
      event.preventDefault();
      move(end ?? at + (step ?? 0), true);
    }
  });
  input.addEventListener('keyup', (event) => {
    shift = event.shiftKey && drawn.spans;
  });
  input.addEventListener('input', () => move(Number(input.value), shift));
  addEventListener('hashchange', restore);
  show();
  restore();
  return { move, spanning: () => at !== anchor };
}

/** What stands after `#`, where it is names with values; an anchor is none. */
function stateOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.includes('=') ? hash.slice(1) : '');
}

/** Pointing at a drawing: moving reads off, pressing and drawing makes a span, which stays until the next press. */
function pointing(
  svg: SVGSVGElement,
  nearest: (x: number, y: number) => number,
  { move, spanning }: ReturnType<typeof control>,
): void {
  let pressed: { x: number; y: number; drawn: boolean } | null = null;
  const placed = (event: PointerEvent) => {
    const bounds = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / bounds.width;
    return nearest((event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale);
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    pressed = { x: event.clientX, y: event.clientY, drawn: false };
    move(placed(event), event.shiftKey);
  });
  svg.addEventListener('pointermove', (event) => {
    if (!pressed) {
      if (!spanning()) move(placed(event), false);
      return;
    }
    if (!pressed.drawn && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 4) return;
    // Only now is the pointer held: a press alone still follows a link in the drawing.
    if (!pressed.drawn) svg.setPointerCapture(event.pointerId);
    pressed.drawn = true;
    move(placed(event), true);
  });
  svg.addEventListener('pointerup', () => {
    const drawn = pressed?.drawn === true;
    pressed = null;
    if (drawn)
      svg.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
  });
  svg.addEventListener('dragstart', (event) => event.preventDefault());
}

/** One date of a drawing, as the table beneath it has it. */
interface Dated {
  day: number;
  key: string;
  label: string;
  values: string[];
  row: HTMLTableRowElement;
}

/** The plot of a drawing: days and edges, as the drawing states them. */
interface Plot {
  svg: SVGSVGElement;
  from: number;
  to: number;
  left: number;
  right: number;
  line: SVGElement;
  span: SVGElement;
}

const space = 'http://www.w3.org/2000/svg';

function plotOf(svg: SVGSVGElement): Plot {
  const [from = 0, to = 0, left = 0, right = 0, top = 0, bottom = 0] = (svg.dataset.plot ?? '')
    .split(' ')
    .map(Number);
  const line = document.createElementNS(space, 'line');
  const span = document.createElementNS(space, 'rect');
  line.setAttribute('class', 'read-line');
  span.setAttribute('class', 'read-span');
  for (const [shape, names] of [
    [line, { y1: top, y2: bottom }],
    [span, { y: top, height: bottom - top }],
  ] as const)
    for (const [name, value] of Object.entries(names)) shape.setAttribute(name, String(value));
  svg.append(span, line);
  return { svg, from, to, left, right, line, span };
}

/** Where a day lies on a drawing, in its own px. */
function placeOf({ from, to, left, right }: Plot, day: number): number {
  return from === to ? (left + right) / 2 : left + ((day - from) / (to - from)) * (right - left);
}

function datesOf(table: HTMLTableElement): Dated[] {
  return [...(table.tBodies[0]?.rows ?? [])]
    .map((row) => {
      const key = row.cells[0]?.dataset.sort ?? '';
      return {
        row,
        key,
        day: Date.parse(`${key.padEnd(10, '-01')}T00:00Z`) / 86_400_000,
        label: row.cells[0]?.textContent?.trim() ?? '',
        values: [...row.cells].slice(1).map((cell) => cell.textContent?.trim() ?? ''),
      };
    })
    .filter(({ day }) => Number.isFinite(day))
    .sort((a, b) => a.day - b.day);
}

/** Drawings over time with a table of dates: one of several lines, or many small ones of one line each. */
function timeReading(figure: HTMLElement, box: HTMLElement, svgs: readonly SVGSVGElement[]): void {
  const table = figure.querySelector<HTMLTableElement>('details table');
  const dates = table ? datesOf(table) : [];
  if (!table || dates.length < 2) return;
  const names = [...(table.tHead?.rows[0]?.cells ?? [])]
    .slice(1)
    .map((cell) => cell.textContent?.trim() ?? '');
  const plots = svgs.map(plotOf);
  // Of many small drawings each has its value beside it, and the date alone is said.
  const small = [...figure.querySelectorAll<HTMLElement>('[data-read-value]')];
  const said = ({ label, values }: Dated) => {
    if (small.length > 0) return label;
    return `${label}: ${names.length < 2 ? values[0] : names.map((name, i) => `${name} ${values[i]}`).join('; ')}`;
  };
  const dated = (index: number) => dates[index] as Dated;
  const controls = control(figure, box, {
    count: dates.length,
    spans: true,
    key: (index) => dated(index).key,
    say: (index) => said(dated(index)),
    show(at, low, high, moved) {
      for (const plot of plots) {
        const x = String(placeOf(plot, dated(at).day));
        plot.line.setAttribute('x1', x);
        plot.line.setAttribute('x2', x);
        const [from, to] = [placeOf(plot, dated(low).day), placeOf(plot, dated(high).day)];
        plot.span.setAttribute('x', String(from));
        plot.span.setAttribute('width', String(to - from));
      }
      dates.forEach(({ row }, i) => {
        row.classList.toggle('in-span', low !== high && i >= low && i <= high);
      });
      if (!moved) return;
      small.forEach((value, i) => {
        const [from, to] = [dated(low).values[i] ?? '', dated(high).values[i] ?? ''];
        value.textContent =
          low === high
            ? from
            : (figure.dataset.rangeLabel ?? '{from} – {to}').replace('{from}', from).replace('{to}', to);
      });
    },
  });
  for (const plot of plots)
    pointing(
      plot.svg,
      (x) => {
        let best = 0;
        dates.forEach(({ day }, i) => {
          if (Math.abs(placeOf(plot, day) - x) < Math.abs(placeOf(plot, dated(best).day) - x)) best = i;
        });
        return best;
      },
      controls,
    );
  if (names.length > 1 && small.length === 0) box.append(highlights(figure, names, svgs));
}

/** Drawings of single things (bars, signs of readings), each a group with its name and value as its title. */
function itemReading(figure: HTMLElement, box: HTMLElement, svgs: readonly SVGSVGElement[]): void {
  const all = svgs.map((svg) =>
    [...svg.querySelectorAll<SVGGElement>('g[data-item]')].sort(
      (a, b) => Number(a.dataset.at) - Number(b.dataset.at),
    ),
  );
  const first = all[0] ?? [];
  if (first.length < 2) return;
  const rows = [...(figure.querySelector<HTMLTableElement>('details table')?.tBodies[0]?.rows ?? [])];
  const controls = control(figure, box, {
    count: first.length,
    spans: svgs[0]?.dataset.items === 'time',
    key: (index) => first[index]?.dataset.item ?? '',
    say: (index) => first[index]?.querySelector('title')?.textContent ?? '',
    show(at, low, high, moved) {
      for (const items of all)
        items.forEach((item, i) => {
          item.classList.toggle('read', moved && i === at);
          item.classList.toggle('out-of-span', low !== high && (i < low || i > high));
        });
      if (rows.length === first.length)
        rows.forEach((row, i) => {
          row.classList.toggle('in-span', low !== high && i >= low && i <= high);
        });
    },
  });
  svgs.forEach((svg, drawing) => {
    const level = svg.dataset.across === undefined;
    const places = (all[drawing] ?? []).map((item) => Number(item.dataset.at));
    pointing(
      svg,
      (x, y) => {
        const here = level ? y : x;
        let best = 0;
        places.forEach((place, i) => {
          if (Math.abs(place - here) < Math.abs((places[best] as number) - here)) best = i;
        });
        return best;
      },
      controls,
    );
  });
}

/** Buttons that bring one line forward; pressed again, all are equal. */
function highlights(
  figure: HTMLElement,
  names: readonly string[],
  svgs: readonly SVGSVGElement[],
): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', figure.dataset.highlightLabel ?? '');
  const buttons = names.map((name, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.className = `s${i + 1}`;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const other of buttons) other.setAttribute('aria-pressed', String(on && other === button));
      for (const svg of svgs)
        names.forEach((_, other) => {
          for (const part of svg.querySelectorAll(`.s${other + 1}`))
            part.classList.toggle('dim', on && other !== i);
        });
    });
    return button;
  });
  group.append(...buttons);
  return group;
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-date-label]')) {
  const box = figure.querySelector<HTMLElement>('.read-off');
  const dated = [...figure.querySelectorAll<SVGSVGElement>('svg[data-plot]')];
  const items = [...figure.querySelectorAll<SVGSVGElement>('svg[data-items]')];
  if (box && dated.length > 0) timeReading(figure, box, dated);
  else if (box && items.length > 0) itemReading(figure, box, items);
}

export {};
