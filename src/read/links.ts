/**
 * The public address behind a hyperlink's target, or null. Outlook safelinks and web archive wrappers are taken off;
 * the query and the fragment are dropped (safelinks carry the e-mail address of the person who pasted them), and any
 * address that holds an e-mail address, a user name or no http(s) scheme is no address.
 */
export function unwrapLink(target: string): string | null {
  let text = target.trim();
  for (let depth = 0; depth < 5; depth++) {
    const inner = innerAddress(text);
    if (inner === null) break;
    text = inner;
  }
  const url = parse(text);
  if (url?.username !== '' || url.password !== '') return null;
  const address = `${url.protocol}//${url.host}${url.pathname}`;
  return holdsEmail(address) ? null : address;
}

function parse(text: string): URL | null {
  // `https:/host` with one slash is a known slip in released lists; URL mends it.
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

function innerAddress(text: string): string | null {
  const archived = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/is.exec(text);
  if (archived?.[1]) return archived[1];
  const extension = /^chrome-extension:\/\/[^/]+\/(https?:.+)$/is.exec(text);
  if (extension?.[1]) return extension[1];
  const url = parse(text);
  if (url && /(^|\.)safelinks\.protection\.outlook\.(com|us)$/i.test(url.hostname)) {
    return url.searchParams.get('url') ?? '';
  }
  return null;
}

function holdsEmail(address: string): boolean {
  let text = address;
  for (let depth = 0; depth < 3; depth++) {
    if (/[^\s/@]@[^\s/@]/.test(text)) return true;
    try {
      text = decodeURIComponent(text);
    } catch {
      break;
    }
  }
  return /[^\s/@](@|%40)[^\s/@]/i.test(text);
}
