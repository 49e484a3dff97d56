/** What is wrong on a cell of a platform's answer, in words. */
import {
  isAnswerDoubt,
  type AnswerCellProblem,
  type AnswerProblemCode,
} from '../../domain/formats/imports/answerCells.ts';
import type { AnswerField } from '../../domain/formats/imports/answerFields.ts';
import type { AnswerPreviewRow } from '../../domain/formats/imports/answerPreview.ts';
import type { CellProblemCode } from '../../domain/formats/imports/cellReadings.ts';
import type { ColumnChoice } from '../../domain/formats/imports/matchColumns.ts';
import { t } from '../i18n/t.ts';
import type { TextKey } from '../i18n/vi.ts';

/** Those of any list have their words already. */
const ofAnyList: readonly (AnswerCellProblem | CellProblemCode)[] = [
  'coordinate-malformed',
  'id-malformed',
  'text-unusable',
];

export function answerProblemText(
  { cells, values }: AnswerPreviewRow,
  choice: ColumnChoice<AnswerField>,
  field: AnswerField,
  code: AnswerProblemCode,
): string {
  const column = choice[field];
  const cell = column === undefined ? null : (cells[column] ?? null);
  const key = `${ofAnyList.includes(code) ? 'cell' : 'answerCell'}.${code}` as TextKey;
  const said = { field: t(`answerField.${field}`), problem: t(key) };
  if (cell === null) return t('answer.problemAlone', said);
  const value = values[field];
  return isAnswerDoubt(code) && value !== null && String(value) !== cell
    ? t('answer.fixed', { ...said, cell, value: String(value) })
    : t('answer.problem', { ...said, cell });
}
