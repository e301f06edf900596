/**
 * Reads data that a site hands over as a script calling `name(data)`. A page opened from a folder on disk may not fetch
 * a file, but it may run one of its own site. Each is read once.
 */
export function loadScript<T>(name: string, address: string): Promise<T> {
  const known = loaded.get(address);
  if (known) return known as Promise<T>;
  const reading = new Promise<T>((resolve, reject) => {
    const script = document.createElement('script');
    (globalThis as unknown as Record<string, (data: T) => void>)[name] = resolve;
    script.onerror = () => reject(new Error(`${address} could not be read`));
    script.src = address;
    document.head.append(script);
  });
  loaded.set(address, reading);
  return reading;
}

const loaded = new Map<string, Promise<unknown>>();
