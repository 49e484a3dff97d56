/** Splitting one long building into a row of houses: the parts and their numbers are shown before anything is done. */
import { networkOf } from '../../domain/addressing/network.ts';
import { rowNumbers } from '../../domain/addressing/numberByHand.ts';
import { profileOf } from '../../domain/addressing/profile.ts';
import { roadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { isRefusal, noHistory } from '../../domain/edits/edit.ts';
import { editDefinitions, type InputOf } from '../../domain/edits/registry.ts';
import { locate } from '../../domain/geometry/locate.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { House } from '../../domain/records/house.ts';
import { area, point, type Sketch } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';
import { selectedHouse } from './underHand.ts';

/** What is shown follows from the choices alone. */
export type SplittingHouse = null;

/** The numbers of the row; null where none are wanted, undefined where those given do not fit. */
export function rowNumbersOf({ options, world }: Pick<ToolContext, 'options' | 'world'>) {
  const { rowCount, rowFrom, rowTo } = options;
  if (rowFrom.trim() === '' && rowTo.trim() === '') return null;
  const profile = profileOf(world);
  const skipsDStroke = 'skipDStroke' in profile && profile.skipDStroke;
  return rowNumbers(rowFrom, rowTo, rowCount, skipsDStroke) ?? undefined;
}

function inputOf(house: House, context: ToolContext): InputOf<'house.splitRow'> {
  const newIds = Array.from({ length: context.options.rowCount - 1 }, () => context.newId());
  return { id: house.id, newIds, roadId: null, keepPart: null, numbers: rowNumbersOf(context) ?? null };
}

/** The houses it would become, in the order of the row; none where it cannot be split so. */
function partsOf(house: House, context: ToolContext): readonly House[] {
  const { world, newId } = context;
  const kind = 'house.splitRow' as const;
  const input = { ...inputOf(house, context), numbers: null };
  const envelope = { id: newId(), villageId: '', basis: {}, author: '', at: '' };
  const change = editDefinitions[kind].run(world, { ...envelope, kind, input }, noHistory);
  const roadId = roadOfHouse(world, house)?.roadId;
  const line = roadId === undefined ? undefined : networkOf(world).byId.get(roadId)?.line;
  if (isRefusal(change) || !line) return [];
  const along = (part: House): number => locate(line, centroid(part.footprint!)).alongMeters;
  return [...change.updated.map(([, after]) => after), ...change.created]
    .filter((item): item is House => item.kind === 'house' && item.footprint !== null)
    .sort((one, other) => along(one) - along(other));
}

export const splitHouse: Tool<SplittingHouse> = {
  afterwards: 'select',
  start: () => null,
  handle(state, event, context) {
    const house = selectedHouse(context);
    if (event.type !== 'finish' || !house || rowNumbersOf(context) === undefined) return { state };
    return {
      state,
      edit: { kind: 'house.splitRow', input: inputOf(house, context), shows: { kind: 'house', id: house.id } },
    };
  },
  sketch(_state, context) {
    const house = selectedHouse(context);
    if (!house?.footprint) return [];
    const numbers = rowNumbersOf(context);
    return partsOf(house, context).flatMap((part, index): Sketch => {
      const number = numbers?.[index];
      const middle = centroid(part.footprint!);
      return [
        ...area('area', part.footprint!.coordinates[0]!.slice(0, -1)),
        point('door', part.entrance),
        ...(number === undefined ? [] : [point('label', middle, { key: 'tool.row.number', params: { number } })]),
      ];
    });
  },
  status: (_state, context) => ({
    hintKey: selectedHouse(context)?.footprint ? 'tool.splitHouse' : 'tool.splitHouse.nothing',
    canFinish: selectedHouse(context) !== null && rowNumbersOf(context) !== undefined,
    canUndoPoint: false,
  }),
};
