for (const box of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const text = box.querySelector('pre')?.textContent ?? '';
  if (!navigator.clipboard) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = box.dataset.copy ?? '';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = box.dataset.copied ?? '';
    setTimeout(() => {
      button.textContent = box.dataset.copy ?? '';
    }, 2000);
  });
  box.append(button);
}

export {};
