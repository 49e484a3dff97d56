/** What can be wrong with a file of geometry or with one of its features, as codes from closed unions. */
import type { GeometryProblem, LineProblemCode, PolygonProblemCode } from '../geometry/validity.ts';
import type { RefusalCode } from '../edits/refusal.ts';

export type FileRole = 'boundary' | 'roads' | 'buildings' | 'addresses';

/** Why a whole file cannot be used. */
export type FileProblemCode =
  | 'file-too-large'
  | 'file-not-json'
  | 'file-too-deep'
  | 'file-not-geojson'
  | 'file-not-xml'
  | 'file-not-osm'
  | 'file-without-outlines'
  | 'file-too-many-features'
  | 'file-without-boundary'
  | 'nothing-to-take'
  | 'too-many-records'
  | 'file-changed';

export interface FileProblem {
  readonly file: FileRole | null;
  readonly code: FileProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Why one feature was left out; or, among the notes, what was done to it. */
export type FeatureRefusalCode =
  | RefusalCode
  | LineProblemCode
  | PolygonProblemCode
  | 'feature-malformed'
  | 'geometry-of-other-type'
  | 'too-many-vertices'
  | 'not-a-way'
  | 'outside-boundary';

export type FeatureNoteCode =
  | 'name-shared-numbered'
  | 'name-dropped'
  | 'cut-at-boundary'
  | 'largest-part-taken'
  | 'not-joined-crosses-itself'
  | 'gap-bridged'
  | 'second-carriageway'
  | 'fork-measured-apart';

export interface FeatureReport<Code> {
  readonly file: FileRole;
  readonly featureIndex: number;
  readonly name: string | null;
  readonly code: Code;
  /** Where, when one place is to blame: [lng, lat]. */
  readonly at?: readonly [number, number];
  readonly params?: Readonly<Record<string, string | number>>;
}

export type RefusedFeature = FeatureReport<FeatureRefusalCode>;
export type FeatureNote = FeatureReport<FeatureNoteCode>;

export const fileProblem = (
  file: FileRole | null,
  code: FileProblemCode,
  params: FileProblem['params'] = {},
): FileProblem => ({ file, code, params });

export const atOf = (problem: GeometryProblem<string>): { at?: readonly [number, number] } =>
  problem.at ? { at: problem.at } : {};
