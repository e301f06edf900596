/** A file that is fetched a part at a time; where a server knows no ranges, it is fetched once and kept. */
export interface RangedFile {
  byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** Opens a file of known size at an address. Nothing is fetched yet. */
export function rangedFile(address: string, byteLength: number): RangedFile {
  let whole: Promise<ArrayBuffer> | undefined;
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (whole) return (await whole).slice(start, end);
      const answer = await fetch(address, { headers: { range: `bytes=${start}-${end - 1}` } });
      if (answer.status === 206) return answer.arrayBuffer();
      if (!answer.ok) throw new Error(`the file answered ${answer.status}`);
      whole ??= answer.arrayBuffer();
      return (await whole).slice(start, end);
    },
  };
}
