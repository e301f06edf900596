import type { Child } from 'hono/jsx';

/** Terms with one or more descriptions each. */
export function DefinitionList(props: { items: { term: string; description: Child | Child[] }[] }) {
  return (
    <dl class="definitions">
      {props.items.map(({ term, description }) => (
        <div>
          <dt>{term}</dt>
          {(Array.isArray(description) ? description : [description]).map((one) => (
            <dd>{one}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
