import { type Lang, words } from '../words.ts';

/** The control that moves a map through time; hidden until its script is there. */
export function DateSlider(props: { lang: Lang; id: string; count: number }) {
  const { id, count } = props;
  const w = words(props.lang);
  return (
    <div class="slider" hidden>
      <label for={`${id}-slider`}>{w.mapDate}</label>
      <div class="slider-row">
        <button type="button" data-step="-1" aria-label={w.earlier}>
          ‹
        </button>
        <input type="range" id={`${id}-slider`} min="0" max={String(count - 1)} value={String(count - 1)} />
        <button type="button" data-step="1" aria-label={w.later}>
          ›
        </button>
      </div>
    </div>
  );
}
