/** A table to hand over: columns with their headings and rows of typed cells. */

/** Text stays text (5/4 is not a date, 0912… keeps its zero); a number is a number; null is empty. */
export type Cell = string | number | null;

export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly heading: string;
  readonly type: 'text' | 'number';
  /** Width in characters, for spreadsheets. */
  readonly widthCharacters: number;
}

export const textColumn = <K extends string>(key: K, heading: string, widthCharacters: number): Column<K> => ({
  key,
  heading,
  type: 'text',
  widthCharacters,
});

export const numberColumn = <K extends string>(key: K, heading: string, widthCharacters: number): Column<K> => ({
  ...textColumn(key, heading, widthCharacters),
  type: 'number',
});

export type Row = readonly Cell[];
