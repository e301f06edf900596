import { isBlank, isMask } from './cell-types.ts';

/** Headers of cells that hold any text: their form says nothing, but that all were blank or blacked out so far does. */
const plainTexts = ['name', 'userid', 'license plate', 'reason', 'case #', 'filters', 'text prompt'];

/** Rows after which a habit counts. */
const enough = 20;

/** What the cells of a log's columns of text have been so far. */
export class Habits {
  private rows = 0;
  private readonly blank = new Map(plainTexts.map((header) => [header, 0]));
  private readonly masked = new Map(plainTexts.map((header) => [header, 0]));

  see(cellOf: (header: string) => string | null | undefined): void {
    this.rows += 1;
    for (const header of plainTexts) {
      const cell = cellOf(header);
      if (isBlank(cell)) this.blank.set(header, (this.blank.get(header) ?? 0) + 1);
      else if (isMask(cell)) this.masked.set(header, (this.masked.get(header) ?? 0) + 1);
    }
  }

  /** Begins anew: another part of the file has other habits. */
  forget(): void {
    this.rows = 0;
    for (const header of plainTexts) {
      this.blank.set(header, 0);
      this.masked.set(header, 0);
    }
  }

  /** Whether a cell is what every cell of its column has been so far. */
  allow(header: string, cell: string | null | undefined): boolean {
    if (this.rows < enough) return true;
    if (this.blank.get(header) === this.rows) return isBlank(cell);
    if (this.masked.get(header) === this.rows) return isMask(cell);
    return true;
  }
}
