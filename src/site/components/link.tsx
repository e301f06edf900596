import type { PropsWithChildren } from 'hono/jsx';
import { safeHref } from '../svg.ts';

/** A link to a relative, http or https address; with any other, or with none, its text alone. */
export function Link(
  props: PropsWithChildren<{
    href?: string;
    class?: string;
    rel?: string;
    current?: boolean;
    download?: string | undefined;
  }>,
) {
  const href = safeHref(props.href);
  if (href === undefined) return <span class={props.class}>{props.children}</span>;
  return (
    <a
      href={href}
      class={props.class}
      rel={props.rel}
      download={props.download}
      aria-current={props.current ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}
