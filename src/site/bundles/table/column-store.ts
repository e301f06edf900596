import { type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { RangedFile } from './ranged-file.ts';

/** A value of a cell as the file has it; null is absent. */
export type CellValue = string | number | bigint | null;

/** Columns of a file in blocks, read when asked for and kept as long as there is room. */
export interface ColumnStore {
  rows: number;
  /** A value that is at hand; undefined where its block has not been read. */
  get(row: number, column: string): CellValue | undefined;
  /** Reads the blocks of some rows that are not at hand. */
  need(rows: Iterable<number>, columns: readonly string[]): Promise<void>;
  /** A whole column, in order of rows. */
  column(name: string): Promise<CellValue[]>;
}

/** Blocks that are kept at most; the ones used longest ago go first. */
const mostBlocks = 800;
/** The end of the file that is fetched first: it holds the index of all blocks of most files. */
const tail = 1 << 16;

/** Opens the columns of a Parquet file: one request for its index. */
export async function columnStore(file: RangedFile): Promise<ColumnStore> {
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: Math.min(tail, file.byteLength) });
  const starts = groupStarts(metadata);
  const rows = Number(metadata.num_rows);
  const blocks = new Map<string, ArrayLike<unknown>>();
  const coming = new Map<string, Promise<void>>();
  const size = starts.length > 1 ? (starts[1] as number) : Math.max(rows, 1);
  // All groups but the last have the same number of rows.
  const groupOf = (row: number) => Math.min(starts.length - 1, Math.floor(row / size));

  const read = (group: number, columns: readonly string[]): Promise<void> => {
    const first = starts[group] as number;
    const last = starts[group + 1] ?? rows;
    const job = parquetRead({
      file,
      metadata,
      columns: [...columns],
      rowStart: first,
      rowEnd: last,
      onChunk({ columnName, columnData }) {
        keep(`${group} ${columnName}`, columnData as ArrayLike<unknown>);
      },
    }).finally(() => {
      for (const name of columns) coming.delete(`${group} ${name}`);
    });
    for (const name of columns) coming.set(`${group} ${name}`, job);
    return job;
  };

  const keep = (key: string, values: ArrayLike<unknown>) => {
    blocks.set(key, values);
    for (const old of blocks.keys()) {
      if (blocks.size <= mostBlocks) break;
      blocks.delete(old);
    }
  };

  return {
    rows,
    get(row, column) {
      const group = groupOf(row);
      const block = blocks.get(`${group} ${column}`);
      return block === undefined
        ? undefined
        : ((block[row - (starts[group] as number)] ?? null) as CellValue);
    },
    async need(wanted, columns) {
      const jobs = new Set<Promise<void>>();
      for (const group of new Set([...wanted].map(groupOf))) {
        const missing: string[] = [];
        for (const name of columns) {
          const key = `${group} ${name}`;
          const block = blocks.get(key);
          const job = coming.get(key);
          if (block) {
            // Used again: it moves to the end of the line.
            blocks.delete(key);
            blocks.set(key, block);
          } else if (job) jobs.add(job);
          else missing.push(name);
        }
        if (missing.length > 0) jobs.add(read(group, missing));
      }
      await Promise.all(jobs);
    },
    async column(name) {
      const values: CellValue[] = new Array(rows);
      const jobs = starts.map((first, group) =>
        parquetRead({
          file,
          metadata,
          columns: [name],
          rowStart: first,
          rowEnd: starts[group + 1] ?? rows,
          onChunk({ columnData }) {
            for (let i = 0; i < columnData.length; i += 1)
              values[first + i] = (columnData[i] ?? null) as CellValue;
          },
        }),
      );
      await Promise.all(jobs);
      return values;
    },
  };
}

function groupStarts(metadata: FileMetaData): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const group of metadata.row_groups) {
    starts.push(at);
    at += Number(group.num_rows);
  }
  return starts;
}
