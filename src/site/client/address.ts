/** Puts the address under which this site was opened into text that is to be copied. */
const placeholder = 'https://SITE';

for (const box of document.querySelectorAll<HTMLElement>('[data-root]')) {
  const root = new URL(box.dataset.root || './', document.baseURI);
  if (root.protocol !== 'http:' && root.protocol !== 'https:') continue;
  const address = root.href.replace(/\/$/, '');
  for (const text of box.querySelectorAll('pre, code')) {
    if (text.textContent?.includes(placeholder))
      text.textContent = text.textContent.replaceAll(placeholder, address);
  }
}

export {};
