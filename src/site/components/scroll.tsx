import type { PropsWithChildren } from 'hono/jsx';

/** A region that scrolls sideways when it is wider than the screen, named by its caption, reached by keyboard. */
export function Scroll(props: PropsWithChildren<{ labelledBy: string }>) {
  return (
    <section class="scroll" aria-labelledby={props.labelledBy} tabindex={0}>
      {props.children}
    </section>
  );
}
