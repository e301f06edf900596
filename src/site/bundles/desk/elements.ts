/** An element with attributes and children; texts are texts, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A labelled choice. */
export function choice(
  id: string,
  label: string,
  options: readonly { value: string; text: string }[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const select = make('select', { id });
  for (const option of options) {
    const item = make('option', { value: option.value }, option.text);
    if (option.value === value) item.selected = true;
    select.append(item);
  }
  select.addEventListener('change', () => changed(select.value));
  return make('div', { class: 'field' }, make('label', { for: id }, label), select);
}
