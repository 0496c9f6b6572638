/** A column of a table of records. */
export interface RecordColumn {
  readonly name: string;
  readonly label: string;
  /** How the rows are sorted by it; left out where they can't be. */
  readonly sort?: 'ascending' | 'descending' | 'none';
  /** Whether its cells are figures, which stand at the end. */
  readonly isFigure?: boolean;
}

/** The rows of a table, made when they are shown: so many, and no object for those that aren't. */
export interface RecordRows {
  readonly count: number;
  /** What they are filtered and sorted by: where that changes the table begins at its top, else it stays where it is. */
  readonly view: string;
  idAt(position: number): string;
  /** Where a record is now; -1 where it isn't any more. */
  positionOf(id: string): number;
  /** What is in the cells of a row, in the order of the columns. */
  cellsAt(position: number): readonly unknown[];
}

/** The rows of a table are to be sorted by another column, or the other way round. */
export class RecordSortEvent extends Event {
  static readonly type = 'record-sort';

  constructor(readonly column: string) {
    super(RecordSortEvent.type);
  }
}
