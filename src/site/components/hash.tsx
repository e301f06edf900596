/** A SHA-256 in full, broken anywhere on a narrow screen. */
export function Hash(props: { value: string }) {
  return <code class="hash">{props.value}</code>;
}
