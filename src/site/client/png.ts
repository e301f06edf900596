/** Offers a drawing as PNG: the file of the drawing, painted by the browser at twice its size. */
async function paint(address: string): Promise<Blob | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

for (const place of document.querySelectorAll<HTMLElement>('[data-png]')) {
  const address = place.dataset.png ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = place.dataset.pngLabel ?? 'PNG';
  button.addEventListener('click', async () => {
    const blob = await paint(new URL(address, document.baseURI).href).catch(() => null);
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = place.dataset.pngName ?? 'chart.png';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  place.prepend(button);
  place.hidden = false;
}

export {};
