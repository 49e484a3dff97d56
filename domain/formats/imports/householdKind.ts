/** A list of households as one of the kinds of files that are taken in. */
import { losesMost } from '../../edits/householdsImport.ts';
import type { World } from '../../records/world.ts';
import { householdFields } from './importFields.ts';
import type { Given, ImportKind, Incoming, IncomingRow } from './incoming.ts';
import { importOf, previewOf, type PreviewRow } from './householdPreview.ts';

export const householdKind: ImportKind = {
  id: 'household',
  fields: householdFields,
  isReady: (choice) => choice.headName !== undefined || choice.ordinal !== undefined,
  preview,
};

function preview(world: World, given: Given): Incoming {
  const { rows, choice, isKept, answers, idOf } = given;
  const found = previewOf(world, rows, choice, isKept, (row) => answers.get(row) === 'another-family');
  const isOpen = ({ row, standing }: PreviewRow): boolean =>
    standing?.kind === 'changed' && standing.isDoubtful && answers.get(row.row) !== 'same-family';
  const sure = { ...found, rows: found.rows.filter((row) => !isOpen(row)) };
  const total = world.household.size;
  return {
    rows: found.rows.map((row) => incomingRow(row, isOpen(row))),
    gone: found.gone.map(({ id, ordinal, headName }) => ({ id, title: titleOf(ordinal, headName), shape: null })),
    loss: found.loss,
    isMost: losesMost(found.gone.length, total),
    edit: (source, isGoneTaken) => {
      let made = 0;
      const input = importOf(world, sure, { source, isGoneTaken, nextId: () => idOf((made += 1)) });
      return { kind: losesMost(input.goneIds.length, total) ? 'household.replace' : 'household.import', input };
    },
  };
}

const titleOf = (ordinal: number, name: string | null): string =>
  name === null ? `${ordinal}.` : `${ordinal}. ${name}`;

function incomingRow({ row, cells, standing, house }: PreviewRow, isDoubtful: boolean): IncomingRow {
  const household = standing && standing.kind !== 'added' ? standing.household : null;
  const changes = standing?.kind === 'changed' ? standing.changes : {};
  return {
    ...{ row: row.row, cells, values: row.values, problems: row.problems },
    standing: standing?.kind ?? 'faulty',
    fault: null,
    recordId: household?.houseId ?? null,
    changes: (['ordinal', 'headName', 'phone'] as const).flatMap((field) =>
      household && field in changes ? [{ field, before: household[field], after: changes[field] ?? null }] : [],
    ),
    shape: null,
    house,
    isDoubtful,
  };
}
