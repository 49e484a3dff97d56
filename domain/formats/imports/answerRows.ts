/** Rows of a file that a platform sent back, read cell by cell. */
import type { ExternalScheme } from '../../records/externalCode.ts';
import type { Verdict } from '../../records/platformAnswer.ts';
import type { FileRow } from '../files/fileFormat.ts';
import {
  readCode,
  readDay,
  readReason,
  readRelease,
  type AnswerProblemCode,
  type AnswerReading,
} from './answerCells.ts';
import type { AnswerField } from './answerFields.ts';
import { readVerdictWords } from './answerWords.ts';
import { readDegrees, readId, readText } from './cellReadings.ts';
import type { HouseClues } from './houseEvidence.ts';
import type { ColumnChoice } from './matchColumns.ts';
import { cellsReader } from './readCells.ts';

export const answerSchemes = ['ndas10', 'vnpt', 'vpostcode', 'location12'] as const satisfies readonly ExternalScheme[];

export interface AnswerValues extends HouseClues, Readonly<Record<ExternalScheme, string | null>> {
  /** pending: not decided yet. */
  readonly verdict: Verdict | 'pending' | null;
  readonly reason: string | null;
  readonly answeredOn: string | null;
  readonly releaseNumber: number | null;
  readonly name: string | null;
}

export type AnswerProblems = { readonly [F in AnswerField]?: AnswerProblemCode };

export interface AnswerRow {
  /** As FileRow.row. */
  readonly row: number;
  readonly values: AnswerValues;
  readonly problems: AnswerProblems;
}

const readers: { readonly [F in Exclude<AnswerField, 'verdict'>]: (cell: string | null) => AnswerReading<unknown> } = {
  reason: readReason,
  ndas10: (cell) => readCode('ndas10', cell),
  vnpt: (cell) => readCode('vnpt', cell),
  vpostcode: (cell) => readCode('vpostcode', cell),
  location12: (cell) => readCode('location12', cell),
  answeredOn: readDay,
  releaseNumber: readRelease,
  houseId: readId,
  plusCode: readText,
  number: readText,
  alley: readText,
  lane: readText,
  road: readText,
  address: readText,
  latitude: (cell) => readDegrees(cell, 90),
  longitude: (cell) => readDegrees(cell, 180),
  name: readText,
};
/** A row in which none of these stands is a heading, a sum or a signature. */
const telling = [...answerSchemes, 'verdict', 'houseId', 'plusCode', 'number', 'address', 'latitude'] as const;

/** `areas`: the first five digits of the national codes the village has already. */
export function answerRows(
  rows: readonly FileRow[],
  choice: ColumnChoice<AnswerField>,
  areas: ReadonlySet<string> = new Set(),
): readonly AnswerRow[] {
  const readCells = cellsReader<AnswerField, AnswerProblemCode>(readers, choice);
  const read = rows.map(({ row, cells, geometry }) => {
    const found = readCells({ row, cells });
    const values: Record<string, unknown> = { ...found.values };
    const { problems } = found;
    const word = choice.verdict === undefined ? null : (cells[choice.verdict] ?? null);
    const said = word === null ? null : readVerdictWords(word);
    if (word !== null && !said) problems.verdict = 'verdict-unknown';
    values['verdict'] = said?.verdict ?? null;
    values['reason'] ??= said?.rest ? readReason(said.rest).value : null;
    if (values['latitude'] === null && values['longitude'] === null && geometry?.type === 'Point')
      [values['longitude'], values['latitude']] = geometry.coordinates;
    return { row, values: values as unknown as AnswerValues, problems };
  });
  const meant = read.filter(({ values, problems }) =>
    telling.some((key) => values[key] !== null || problems[key] !== undefined),
  );
  const whole = meant.filter(({ problems }) => problems.ndas10 === undefined);
  const known = new Set([...areas, ...whole.flatMap(({ values }) => values.ndas10 ?? []).map(areaOf)]);
  return meant.map((row) => (isInAreas(row, known) ? row : withoutCode(row)));
}

/** Of a national code: the commune's (RULES §3.1). */
export const areaOf = (code: string): string => code.slice(0, 5);

/** A zero put back must give the area of the codes beside it: else another digit is missing. */
const isInAreas = ({ values, problems }: AnswerRow, areas: ReadonlySet<string>): boolean =>
  problems.ndas10 !== 'code-zero-lost' || areas.size === 0 || areas.has(areaOf(values.ndas10 ?? ''));

const withoutCode = ({ row, values, problems }: AnswerRow): AnswerRow => ({
  row,
  values: { ...values, ndas10: null },
  problems: { ...problems, ndas10: 'code-malformed' },
});
