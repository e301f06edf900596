import type { PropsWithChildren } from 'hono/jsx';

/** One line above everything, for what holds for the whole page: "Invented example data". */
export function Banner(props: PropsWithChildren) {
  return <p class="banner">{props.children}</p>;
}
