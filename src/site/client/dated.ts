/**
 * "Cite this page": when it is opened, the address of the dated copy of this very page. Nothing is asked before, and a
 * page read from a folder keeps the plain link.
 */
interface List {
  data: { releases: { release: string; date: string; held: boolean; this?: boolean }[] };
}

for (const box of document.querySelectorAll<HTMLDetailsElement>('details[data-dated]')) {
  box.addEventListener('toggle', () => void show(box), { once: true });
}

async function show(box: HTMLDetailsElement): Promise<void> {
  const list = new URL(box.dataset.dated ?? '', location.href);
  const asked = await fetch(new URL('index.json', list)).catch(() => null);
  if (!asked?.ok) return;
  const { releases } = ((await asked.json()) as List).data;
  const self = releases.find((one) => one.this);
  const newest = releases.filter((one) => one.held).at(-1);
  const root = new URL('../', list);
  const path = location.href.split('#')[0]?.slice(root.href.length) ?? '';
  const address = self ? new URL(path, root) : newest && new URL(`releases/${newest.release}/${path}`, root);
  if (address === undefined) return;
  const line = document.createElement('p');
  line.className = 'address';
  const link = document.createElement('a');
  link.href = address.href;
  link.textContent = address.href;
  line.append(link);
  box.append(line);
}

export {};
