import { type Lang, words } from '../words.ts';

/** Text to take along: selectable as it stands; a script adds a button that copies it. */
export function CopyText(props: { lang: Lang; text: string; code?: boolean }) {
  const w = words(props.lang);
  return (
    <div class="copy" data-copy={w.copy} data-copied={w.copied}>
      <pre class={props.code ? 'code' : 'plain'} tabindex={0}>
        {props.text}
      </pre>
    </div>
  );
}
