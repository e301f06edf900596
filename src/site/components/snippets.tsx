import type { Lang } from '../words.ts';
import { CopyText } from './copy-text.tsx';

/** Stands in text to copy for the address under which a site is published; a script puts the real one in. */
export const siteAddress = 'https://SITE';

/** Text to copy, one piece a heading: commands, markup. `root` is the relative address of the site's root. */
export function Snippets(props: {
  lang: Lang;
  root: string;
  items: readonly { label: string; text: string }[];
}) {
  return (
    <div class="snippets" data-root={props.root}>
      {props.items.map(({ label, text }) => (
        <details>
          <summary>{label}</summary>
          <CopyText lang={props.lang} text={text} code />
        </details>
      ))}
    </div>
  );
}
