/** What a file would do, as it is being looked at: shared by the panel, the table under the map and the map. */
import type { CellProblemCode } from '../../domain/formats/imports/cellReadings.ts';
import type { FileRow } from '../../domain/formats/files/fileFormat.ts';
import type { ImportFieldKey } from '../../domain/formats/imports/importFields.ts';
import type { Answer, Incoming, ImportKindId, IncomingRow, Standing } from '../../domain/formats/imports/incoming.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { ColumnChoice } from '../../domain/formats/imports/matchColumns.ts';

export interface ShownIncoming {
  readonly kindId: ImportKindId;
  readonly incoming: Incoming;
  readonly choice: ColumnChoice<ImportFieldKey>;
}

export type RowFilter = Standing | 'doubtful' | 'gone' | 'all';

let shown = $state.raw<ShownIncoming | null>(null);
let filter = $state<RowFilter>('all');
/** By row and column; they stay when columns are taken for something else. */
let corrections = $state.raw<ReadonlyMap<string, string>>(new Map());
/** Proposals refused: of one cell, or all of a kind. */
let kept = $state.raw<ReadonlySet<string>>(new Set());
let answers = $state.raw<ReadonlyMap<number, Answer>>(new Map());

const cellKey = (row: number, column: number): string => `${row}|${column}`;

export const incoming = {
  get shown(): ShownIncoming | null {
    return shown;
  },
  set shown(next: ShownIncoming | null) {
    shown = next;
  },
  get filter(): RowFilter {
    return filter;
  },
  set filter(next: RowFilter) {
    filter = next;
  },
  get correctionCount(): number {
    return corrections.size;
  },
  get answers(): ReadonlyMap<number, Answer> {
    return answers;
  },
};

/** The sheet they are of. */
let correctedSheet = '';

/** Begins with a sheet of a file; what was said of it before stays when it is the same. */
export function beginCorrections(fileId: Id, table: number): void {
  const sheet = `${fileId}|${table}`;
  if (sheet === correctedSheet) return;
  correctedSheet = sheet;
  corrections = new Map();
  kept = new Set();
  answers = new Map();
  filter = 'all';
}

export const undoCorrections = (): void => void (corrections = new Map());

/** The rows with what the person typed in place of what the file says. */
export function corrected(rows: readonly FileRow[]): readonly FileRow[] {
  if (corrections.size === 0) return rows;
  const byRow = new Map<number, [column: number, text: string][]>();
  for (const [key, text] of corrections) {
    const [row = 0, column = 0] = key.split('|').map(Number);
    byRow.set(row, [...(byRow.get(row) ?? []), [column, text]]);
  }
  return rows.map((row) => {
    const own = byRow.get(row.row);
    if (!own) return row;
    const cells = [...row.cells];
    for (const [column, text] of own) cells[column] = text === '' ? null : text;
    return { ...row, cells };
  });
}

export function correct(row: number, column: number, text: string): void {
  corrections = new Map([...corrections, [cellKey(row, column), text.normalize('NFC').trim()]]);
}

export const isKept = (row: number, field: ImportFieldKey, code: CellProblemCode): boolean =>
  kept.has(code) !== kept.has(`${row}|${field}`);

export const isKindKept = (code: CellProblemCode): boolean => kept.has(code);

function toggle(key: string): void {
  const next = new Set(kept);
  if (!next.delete(key)) next.add(key);
  kept = next;
}

export const toggleKept = (row: number, field: ImportFieldKey): void => toggle(`${row}|${field}`);
export const toggleKindKept = (code: CellProblemCode): void => toggle(code);

export function answer(row: number, said: Answer): void {
  answers = new Map([...answers, [row, said]]);
}

export const filterOf = ({ standing, isDoubtful }: IncomingRow): Exclude<RowFilter, 'gone' | 'all'> =>
  isDoubtful ? 'doubtful' : standing;
