/** What a file would do to the village, row by row, whatever it is a file of: one interface to every kind of it. */
import type { InputOf } from '../../edits/registry.ts';
import type { RefusalCode } from '../../edits/refusal.ts';
import type { LineString, Polygon, Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import type { FileRow } from '../files/fileFormat.ts';
import type { CellProblemCode } from './cellReadings.ts';
import type { HouseEvidence } from './houseEvidence.ts';
import type { ImportField, ImportFieldKey } from './importFields.ts';
import type { ColumnChoice } from './matchColumns.ts';

export type ImportKindId = 'household' | 'house' | 'road' | 'landmark' | 'lamp' | 'camera' | 'sign' | 'candidate';

export type Standing = 'added' | 'changed' | 'same' | 'faulty';

/** Why a whole row is left out, or is no news; the others are of the rules every edit is held to. */
export const ownRowFaults = [
  ...['feature-malformed', 'geometry-of-other-type', 'too-many-vertices', 'not-a-way', 'outside-boundary'],
  ...['place-missing', 'nothing-said', 'twice-in-file', 'known-house', 'known-candidate', 'known-rejected'],
] as const;
export type OwnRowFault = (typeof ownRowFaults)[number];
export type RowFaultCode = RefusalCode | OwnRowFault;

export interface RowFault {
  readonly code: RowFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Shape = { readonly type: 'Point'; readonly coordinates: Position } | LineString | Polygon;
export type Value = string | number | null;

export interface IncomingRow {
  /** As FileRow.row. */
  readonly row: number;
  /** As they stand in the file, or as the person corrected them. */
  readonly cells: FileRow['cells'];
  /** As they will be. */
  readonly values: { readonly [F in ImportFieldKey]?: Value };
  readonly problems: { readonly [F in ImportFieldKey]?: CellProblemCode };
  readonly standing: Standing;
  /** Of the whole row: why it is left out, or how it is known. */
  readonly fault: RowFault | null;
  /** The record of the village it is about. */
  readonly recordId: Id | null;
  readonly changes: readonly {
    readonly field: ImportFieldKey | 'shape';
    readonly before: Value;
    readonly after: Value;
  }[];
  readonly shape: Shape | null;
  /** The house a household's line means, where the household has none yet. */
  readonly house: HouseEvidence | null;
  /** A person must say what it is before it is taken: probably another family under an old number. */
  readonly isDoubtful: boolean;
}

export interface GoneRecord {
  readonly id: Id;
  readonly title: string | null;
  readonly shape: Shape | null;
}

type Subject = 'household' | 'house' | 'road' | 'records';
type ImportEditKind = `${Subject}.import` | `${Subject}.replace` | 'candidates.import';

export type ImportEdit = {
  readonly [K in ImportEditKind]: { readonly kind: K; readonly input: InputOf<K> };
}[ImportEditKind];

export interface Incoming {
  readonly rows: readonly IncomingRow[];
  /** Records of the village that no row is about, as far as they could be taken away. */
  readonly gone: readonly GoneRecord[];
  /** Gone over all of its kind in the village, 0 to 1. */
  readonly loss: number;
  /** So much that only the commune may confirm it. */
  readonly isMost: boolean;
  readonly edit: (source: string, isGoneTaken: boolean) => ImportEdit;
}

/** What a person says of a doubtful row. */
export type Answer = 'same-family' | 'another-family';

export interface Given {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  readonly choice: ColumnChoice<ImportFieldKey>;
  /** Whether the cell is taken as it is written, against the proposal. */
  readonly isKept: (row: number, field: ImportFieldKey, code: CellProblemCode) => boolean;
  readonly answers: ReadonlyMap<number, Answer>;
  /** The nth id (n ≥ 1) of what is added; the same again each time it is asked. */
  readonly idOf: (n: number) => Id;
}

export interface ImportKind {
  readonly id: ImportKindId;
  readonly fields: readonly ImportField<ImportFieldKey>[];
  /** Whether enough is known of the columns to look at the rows. */
  readonly isReady: (choice: ColumnChoice<ImportFieldKey>, hasShapes: boolean) => boolean;
  readonly preview: (world: World, given: Given) => Incoming;
}

export const rowFault = (code: RowFaultCode, params: RowFault['params'] = {}): RowFault => ({ code, params });
