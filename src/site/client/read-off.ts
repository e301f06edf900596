/** One date of a drawing, as the table beneath it has it. */
interface Reading {
  day: number;
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
  top: number;
  bottom: number;
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
  return { svg, from, to, left, right, top, bottom, line, span };
}

/** Where a day lies on a drawing, in its own px. */
function placeOf({ from, to, left, right }: Plot, day: number): number {
  return from === to ? (left + right) / 2 : left + ((day - from) / (to - from)) * (right - left);
}

function readingsOf(table: HTMLTableElement): Reading[] {
  return [...(table.tBodies[0]?.rows ?? [])]
    .map((row) => ({
      row,
      day: Date.parse(`${(row.cells[0]?.dataset.sort ?? '').padEnd(10, '-01')}T00:00Z`) / 86_400_000,
      label: row.cells[0]?.textContent?.trim() ?? '',
      values: [...row.cells].slice(1).map((cell) => cell.textContent?.trim() ?? ''),
    }))
    .filter(({ day }) => Number.isFinite(day))
    .sort((a, b) => a.day - b.day);
}

function enhance(figure: HTMLElement): void {
  const svgs = [...figure.querySelectorAll<SVGSVGElement>('svg[data-plot]')];
  const table = figure.querySelector<HTMLTableElement>('details table');
  if (svgs.length === 0 || !table) return;
  const readings = readingsOf(table);
  if (readings.length < 2) return;
  const names = [...(table.tHead?.rows[0]?.cells ?? [])]
    .slice(1)
    .map((cell) => cell.textContent?.trim() ?? '');
  const plots = svgs.map(plotOf);
  const last = readings.length - 1;
  let [at, anchor] = [last, last];

  // Its room is kept from the beginning, so that nothing moves.
  const box = figure.querySelector<HTMLElement>('.read-off');
  if (!box) return;
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

  const say = ({ label: date, values }: Reading) =>
    `${date}: ${names.length < 2 ? values[0] : names.map((name, i) => `${name} ${values[i]}`).join('; ')}`;

  function show(): void {
    const [first, second] = [Math.min(at, anchor), Math.max(at, anchor)].map(
      (i) => readings[i] as Reading,
    ) as [Reading, Reading];
    const text =
      first === second
        ? say(first)
        : (figure.dataset.rangeLabel ?? '{from} – {to}')
            .replace('{from}', say(first))
            .replace('{to}', say(second));
    said.textContent = text;
    input.value = String(at);
    input.setAttribute('aria-valuetext', text);
    for (const plot of plots) {
      const x = String(placeOf(plot, (readings[at] as Reading).day));
      plot.line.setAttribute('x1', x);
      plot.line.setAttribute('x2', x);
      const [low, high] = [placeOf(plot, first.day), placeOf(plot, second.day)];
      plot.span.setAttribute('x', String(low));
      plot.span.setAttribute('width', String(high - low));
    }
    for (const { row, day } of readings)
      row.classList.toggle('in-span', first !== second && day >= first.day && day <= second.day);
  }

  const move = (to: number, spanning: boolean) => {
    at = Math.min(last, Math.max(0, to));
    if (!spanning) anchor = at;
    show();
  };
  // A script hears of Shift by the keys alone: a range has no notion of it.
  let shift = false;
  input.addEventListener('keydown', (event) => {
    shift = event.shiftKey;
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === 'Escape') move(at, false);
    else if (step !== undefined && shift) {
      event.preventDefault();
      move(at + step, true);
    }
  });
  input.addEventListener('input', () => move(Number(input.value), shift));

  const nearest = (plot: Plot, event: PointerEvent) => {
    const bounds = plot.svg.getBoundingClientRect();
    const x = ((event.clientX - bounds.left) / bounds.width) * plot.svg.viewBox.baseVal.width;
    let best = 0;
    readings.forEach(({ day }, i) => {
      if (Math.abs(placeOf(plot, day) - x) < Math.abs(placeOf(plot, (readings[best] as Reading).day) - x))
        best = i;
    });
    return best;
  };
  for (const plot of plots) {
    let pressed = false;
    plot.svg.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      pressed = true;
      plot.svg.setPointerCapture(event.pointerId);
      move(nearest(plot, event), event.shiftKey);
    });
    plot.svg.addEventListener('pointermove', (event) => {
      // A span that was drawn stays until the next press.
      if (pressed) move(nearest(plot, event), true);
      else if (at === anchor) move(nearest(plot, event), false);
    });
    plot.svg.addEventListener('pointerup', () => {
      pressed = false;
    });
  }
  if (names.length > 1) box.append(highlights(figure, names, svgs));
  show();
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

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-date-label]')) enhance(figure);

export {};
