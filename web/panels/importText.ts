/** Rows of a file that is being looked at, in words. */
import { fullNumber } from '../../domain/addressing/fullNumber.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import { isDoubt, isProposal, type CellProblemCode } from '../../domain/formats/imports/cellReadings.ts';
import { sureFrom } from '../../domain/formats/imports/houseEvidence.ts';
import type { ImportFieldKey } from '../../domain/formats/imports/importFields.ts';
import {
  ownRowFaults,
  type IncomingRow,
  type OwnRowFault,
  type RowFault,
  type Value,
} from '../../domain/formats/imports/incoming.ts';
import type { ColumnChoice } from '../../domain/formats/imports/matchColumns.ts';
import type { RefusalCode } from '../../domain/edits/refusal.ts';
import type { World } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { t, type TextKey } from '../i18n/t.ts';

/** Fields of which a value is one of a few, and under what its words stand. */
const wordsOf: { readonly [F in ImportFieldKey]?: string } = {
  use: 'use',
  roadClass: 'class',
  owner: 'owner',
  deviceState: 'device',
  landmarkKind: 'landmark',
  signKind: 'signKind',
};
const figures: ReadonlySet<ImportFieldKey> = new Set<ImportFieldKey>([
  ...(['widthMeters', 'heightMeters', 'powerWatts', 'facingDegrees'] as const),
]);

export function valueText(field: ImportFieldKey | 'shape', value: Value): string {
  if (value === null) return t('import.nothing');
  const words = field === 'shape' ? undefined : wordsOf[field];
  if (words) return t(`${words}.${value}` as TextKey);
  return typeof value === 'number' && figures.has(field as ImportFieldKey) ? formatNumber(value, 3) : String(value);
}

const isOwn = (code: RowFault['code']): code is OwnRowFault => (ownRowFaults as readonly string[]).includes(code);

export const rowFaultText = ({ code, params }: RowFault): string =>
  isOwn(code) ? t(`rowFault.${code}`, params) : t(`refusal.${code satisfies RefusalCode}`, params);

export interface CellProblem {
  readonly field: ImportFieldKey;
  readonly code: CellProblemCode;
  readonly isDoubt: boolean;
  /** Something else is taken for it, which may be refused. */
  readonly isProposal: boolean;
  readonly text: string;
}

export function problemsOf(row: IncomingRow, choice: ColumnChoice<ImportFieldKey>): readonly CellProblem[] {
  return (Object.entries(row.problems) as [ImportFieldKey, CellProblemCode][]).map(([field, code]) => {
    const column = choice[field];
    const cell = (column === undefined ? null : row.cells[column]) ?? '';
    const said = { field: t(`importField.${field}`), problem: t(`cell.${code}`), cell };
    const value = row.values[field] ?? null;
    const isFixed = isDoubt(code) && value !== null && String(value) !== cell;
    const text = isFixed ? t('import.fixed', { ...said, value: valueText(field, value) }) : t('import.wrong', said);
    return { field, code, isDoubt: isDoubt(code), isProposal: isProposal(code), text };
  });
}

export const changesText = ({ changes }: IncomingRow): readonly string[] =>
  changes.map(({ field, before, after }) =>
    field === 'shape'
      ? t('import.shapeChanged')
      : t('import.change', {
          field: t(`importField.${field}`),
          before: valueText(field, before),
          after: valueText(field, after),
        }),
  );

/** Of a household's line: the house it means. */
export function houseText(world: World, { house, standing }: IncomingRow): string | null {
  if (!house) return standing === 'added' ? t('import.houseNone') : null;
  const address = currentAddresses(world).get(house.houseId);
  const name = address ? fullNumber(world, address) : (world.house.get(house.houseId)?.name ?? '?');
  const said = { house: name, reason: t(`evidence.${house.reason}`) };
  return t(house.confidence >= sureFrom ? 'import.house' : 'import.houseUnsure', said);
}

/** What tells a row best. */
export function rowTitle({ values, row }: IncomingRow): string {
  const { ordinal, headName, name, roadName, faces, pole, number } = values;
  const called = headName ?? name ?? roadName ?? faces ?? pole ?? number ?? null;
  const parts = [ordinal === undefined || ordinal === null ? null : `${ordinal}.`, called];
  const title = parts.filter((part) => part !== null).join(' ');
  return title === '' ? t('import.row', { row: formatNumber(row) }) : title;
}
