import type { Child } from 'hono/jsx';
import { type Lang, words } from '../words.ts';

/** "What you should know": a figure's caveats, before anything is quoted. `id` names the heading. */
export function Caveats(props: { lang: Lang; id: string; items: Child[] }) {
  if (props.items.length === 0) return null;
  return (
    <section class="caveats" aria-labelledby={props.id}>
      <h2 id={props.id}>{words(props.lang).shouldKnow}</h2>
      <ul>
        {props.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  );
}
