import { createHash } from 'node:crypto';

/** One way a string may lie in bytes. `exact` forms are compared with their case, the others without. */
export interface CanaryForm {
  form: string;
  /** The bytes as a latin-1 string. */
  needle: string;
  exact: boolean;
}

const latin = (bytes: Buffer) => bytes.toString('latin1');

/** The part of a base64 text that depends on the canary alone, for one of the three ways it may be aligned. */
function base64At(canary: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), canary])
    .toString('base64')
    .replace(/=+$/, '');
  const start = Math.ceil((before * 8) / 6);
  const end = Math.floor(((before + canary.length) * 8) / 6);
  return text.slice(start, end);
}

/**
 * Every form in which a canary is looked for: text (utf-8, utf-16), base64 at every alignment, hexadecimal,
 * URL-encoded (once, twice, each byte), escaped as in JSON or HTML, and the usual hashes of it.
 */
export function canaryForms(canary: string): CanaryForm[] {
  const utf8 = Buffer.from(canary, 'utf8');
  const utf16 = Buffer.from(canary, 'utf16le');
  const url = encodeURIComponent(canary);
  const forms: CanaryForm[] = [];
  const add = (form: string, needle: string, exact = false) => {
    const compared = exact ? needle : needle.toLowerCase();
    if (!forms.some((known) => known.needle === compared && known.exact === exact))
      forms.push({ form, needle: compared, exact });
  };
  add('utf-8', latin(utf8));
  add('utf-16le', latin(utf16));
  add('utf-16be', latin(Buffer.from(utf16).swap16()));
  add('hex', utf8.toString('hex'));
  add('hex of utf-16le', utf16.toString('hex'));
  add('url', url);
  add('url', url.replaceAll('%20', '+'));
  add('url twice', encodeURIComponent(url));
  add('url, every byte', utf8.toString('hex').replace(/../g, '%$&'));
  add('json', latin(Buffer.from(JSON.stringify(canary).slice(1, -1))));
  add(
    'json, ascii only',
    canary.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  add(
    'html',
    latin(Buffer.from(canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;'))),
  );
  for (const [name, bytes] of [
    ['base64', utf8],
    ['base64 of utf-16le', utf16],
  ] as const) {
    for (const before of [0, 1, 2]) {
      const text = base64At(bytes, before);
      add(name, text, true);
      add(`${name}url`, text.replaceAll('+', '-').replaceAll('/', '_'), true);
    }
  }
  for (const algorithm of ['md5', 'sha1', 'sha256']) {
    for (const text of [canary, canary.toLowerCase(), canary.toUpperCase()]) {
      const digest = createHash(algorithm).update(text, 'utf8').digest();
      add(algorithm, digest.toString('hex'));
      add(algorithm, digest.toString('base64').replace(/=+$/, ''), true);
      add(algorithm, latin(digest), true);
    }
  }
  return forms;
}
