/**
 * On a site that is served live: waits to be told that the records have changed. A page that nobody looks at is loaded
 * again by itself; one that is being read offers it.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[name="counterfoil-build"]');
if (meta && 'EventSource' in window) {
  const events = new EventSource(new URL('../api/v1/events', import.meta.url));
  events.addEventListener('records', (event) => {
    const { build } = JSON.parse((event as MessageEvent<string>).data) as { build: string };
    if (build === meta.content) return;
    events.close();
    if (document.hidden) location.reload();
    else offer(meta);
  });
}

function offer(words: HTMLElement): void {
  const box = document.createElement('div');
  box.className = 'changed';
  box.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = words.dataset.says ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.dataset.show ?? '';
  button.addEventListener('click', () => location.reload());
  box.append(text, button);
  document.body.append(box);
  document.addEventListener('visibilitychange', () => document.hidden && location.reload());
}

export {};
