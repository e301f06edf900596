/** Who waits for the data of which script. */
const waiting = new Map<unknown, (data: unknown) => void>();
const loaded = new Map<string, Promise<unknown>>();

/**
 * Reads data that a site hands over as a script calling `name(data)`. A page opened from a folder on disk may not fetch
 * a file, but it may run one of its own site. Each is read once.
 */
export function loadScript<T>(name: string, address: string): Promise<T> {
  const known = loaded.get(address);
  if (known) return known as Promise<T>;
  const reading = new Promise<T>((resolve, reject) => {
    const script = document.createElement('script');
    (globalThis as unknown as Record<string, unknown>)[name] = (data: unknown) =>
      waiting.get(document.currentScript)?.(data);
    waiting.set(script, resolve as (data: unknown) => void);
    script.onerror = () => {
      loaded.delete(address);
      reject(new Error(`${address} could not be read`));
    };
    script.src = address;
    document.head.append(script);
  });
  loaded.set(address, reading);
  return reading;
}
