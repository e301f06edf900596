/** The JSON twin of a map through time (see `maps/frames.ts`): all words and classes are made beforehand. */
interface Frames {
  dates: { date: string; label: string; message: string }[];
  places: Record<string, { class: string[]; short: string[]; title: string[] }>;
}

/** Shows one date on both drawings and in the text. */
function show(figure: HTMLElement, frames: Frames, index: number): void {
  const date = frames.dates[index];
  if (!date) return;
  for (const shape of figure.querySelectorAll<SVGElement>('[data-key]')) {
    const place = frames.places[shape.dataset.key ?? ''];
    const name = place?.class[index];
    if (!place || !name) continue;
    shape.setAttribute('class', `shape ${name}`);
    const title = shape.parentElement?.querySelector('title');
    if (title) title.textContent = place.title[index] ?? '';
    const value = shape.parentElement?.querySelector('[data-value]');
    if (value) value.textContent = place.short[index] ?? '';
  }
  const label = figure.querySelector('[data-map-date]');
  const message = figure.querySelector('[data-map-message]');
  if (label) label.textContent = date.label;
  if (message) message.textContent = date.message;
}

async function enhance(figure: HTMLElement): Promise<void> {
  const address = figure.dataset.mapFrames;
  const box = figure.querySelector<HTMLElement>('.slider');
  const input = box?.querySelector<HTMLInputElement>('input[type=range]');
  if (!address || !box || !input) return;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const frames = (await answer.json()) as Frames;
  const last = frames.dates.length - 1;
  if (last < 1) return;
  const move = (to: number) => {
    const index = Math.min(last, Math.max(0, to));
    input.value = String(index);
    input.setAttribute('aria-valuetext', frames.dates[index]?.label ?? '');
    show(figure, frames, index);
  };
  input.max = String(last);
  input.value = String(last);
  input.setAttribute('aria-valuetext', frames.dates[last]?.label ?? '');
  input.addEventListener('input', () => move(Number(input.value)));
  for (const button of box.querySelectorAll<HTMLButtonElement>('button[data-step]')) {
    button.addEventListener('click', () => move(Number(input.value) + Number(button.dataset.step)));
  }
  box.hidden = false;
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-map-frames]')) {
  // Without its twin (a page opened from disk) the latest map and the table stand as they are.
  enhance(figure).catch(() => undefined);
}

export {};
