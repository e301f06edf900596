import { sayIn } from '../../language/say.ts';
import { type TermName, terms } from '../glossary.ts';
import type { Lang } from '../words.ts';

/** The words that a page uses, folded away until somebody asks. */
export function Glossary(props: { lang: Lang; id: string; names: readonly TermName[] }) {
  const say = sayIn(props.lang);
  return (
    <details class="glossary" id={props.id}>
      <summary>{say`Words used on this page`}</summary>
      <dl class="definitions">
        {props.names.map((name) => (
          <div id={`${props.id}-${name}`}>
            <dt>
              <dfn>{say(terms[name].word)}</dfn>
            </dt>
            <dd>{say(terms[name].says)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
