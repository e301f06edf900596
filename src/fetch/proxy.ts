/**
 * The proxy that the environment names for an address, or null: `https_proxy`, `http_proxy`, `all_proxy` (upper case
 * too), and `no_proxy` with names, endings (`.example.org`), ports and `*`.
 */
export function proxyFor(url: URL, env: Readonly<Record<string, string | undefined>>): URL | null {
  const read = (name: string) => env[name] ?? env[name.toUpperCase()] ?? '';
  const scheme = url.protocol.slice(0, -1);
  const given = read(`${scheme}_proxy`) || read('all_proxy');
  if (given === '' || excepted(url, read('no_proxy'))) return null;
  return URL.parse(given.includes('://') ? given : `http://${given}`);
}

function excepted(url: URL, list: string): boolean {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      if (only !== undefined && only !== port) return false;
      const host = name.replace(/^\*?\./, '');
      return url.hostname === host || url.hostname.endsWith(`.${host}`);
    });
}
