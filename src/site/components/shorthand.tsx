import type { Status } from '../cell.ts';
import { type Lang, words } from '../words.ts';

/** What the shorthand in a table means, for the signs that it uses; nothing where it uses none. */
export function Shorthand(props: { lang: Lang; used: Status[] }) {
  const w = words(props.lang);
  if (props.used.length === 0) return null;
  return (
    <p class="shorthand">
      <span class="visually-hidden">{w.legend}: </span>
      {props.used.map((status, i) => (
        <>
          {i > 0 ? '; ' : ''}
          <b>[{status}]</b> {w[status]}
        </>
      ))}
    </p>
  );
}
