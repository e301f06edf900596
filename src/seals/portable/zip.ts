/**
 * The one form of zip that a seal is: files in the order of their names, stored, dated 1980-01-01, no comment, no
 * extra field, nothing before, between or behind. The same files are the same bytes, and no byte can hide.
 */

/** More than this is refused. */
const mostFiles = 2000;
const mostBytes = 300_000_000;

/** The zip of the files. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const names = [...files.keys()].sort();
  for (const name of names) {
    const [bytes, label] = [files.get(name) as Uint8Array, new TextEncoder().encode(name)];
    const common = commonHeader(crc32(bytes), bytes.length, label.length);
    locals.push(Uint8Array.of(0x50, 0x4b, 3, 4), common, label, bytes);
    const rest = new DataView(new ArrayBuffer(14));
    rest.setUint32(10, offset, true);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), common, new Uint8Array(rest.buffer), label);
    offset += 30 + label.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, names.length, true);
  end.setUint16(10, names.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joined([...locals, ...directory, new Uint8Array(end.buffer)]);
}

/** Version, flags (names are UTF-8), method, time, date, checksum, sizes, lengths of name and extra field. */
function commonHeader(checksum: number, size: number, label: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, 20, true);
  view.setUint16(2, 0x0800, true);
  view.setUint16(8, 0x0021, true);
  view.setUint32(10, checksum, true);
  view.setUint32(14, size, true);
  view.setUint32(18, size, true);
  view.setUint16(22, label, true);
  return new Uint8Array(view.buffer);
}

/** The files of a seal's zip, or what is wrong with it. It is read from its beginning, then compared with what we would write. */
export function readZip(bytes: Uint8Array): { files: Map<string, Uint8Array> } | { problem: string } {
  if (bytes.length > mostBytes) return { problem: 'it is too large for a seal' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const [size, label] = [view.getUint32(at + 22, true), view.getUint16(at + 26, true)];
    if (view.getUint16(at + 8, true) !== 0)
      return { problem: 'a file in it is compressed; a seal stores its files plainly' };
    const start = at + 30 + label + view.getUint16(at + 28, true);
    if (start + size > bytes.length) return { problem: 'it is cut off' };
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + label));
    const content = bytes.subarray(start, start + size);
    if (!/^[a-z0-9][a-z0-9._/-]*$/.test(name) || name.includes('..') || name.includes('//'))
      return { problem: 'a file in it has a name that no seal has' };
    if (files.has(name)) return { problem: `it holds two files called ${name}` };
    if (crc32(content) !== view.getUint32(at + 14, true))
      return { problem: `the checksum of ${name} does not agree with its bytes` };
    if (files.size >= mostFiles) return { problem: 'it holds too many files' };
    files.set(name, content);
    at = start + size;
  }
  if (files.size === 0) return { problem: 'it is not a zip' };
  const again = writeZip(files);
  const same = again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
  return same
    ? { files }
    : { problem: 'it has bytes that a seal does not have: a seal is made of its files alone, in one way' };
}

let table: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 255] as number);
  return (value ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
