/** A numbering plan as it is read: road by road, old → new. */
import { classWords } from '../../domain/addressing/roadClass.ts';
import type { NumberingPlan, NumberingRow } from '../../domain/addressing/numberingPlan.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';

export interface PlanOfRoad {
  readonly road: Road;
  /** "Ngõ 5", when its number changes. */
  readonly newName: string | null;
  readonly reoriented: boolean;
  readonly rows: readonly NumberingRow[];
}

export function planByRoad(world: World, plan: NumberingPlan, onlyChanges: boolean): readonly PlanOfRoad[] {
  const groups = new Map<string, { road: Road; newName: string | null; reoriented: boolean; rows: NumberingRow[] }>();
  const groupOf = (roadId: string) => {
    const known = groups.get(roadId);
    if (known) return known;
    const road = world.road.get(roadId);
    if (!road) return undefined;
    const change = plan.roads.find((row) => row.roadId === roadId);
    const renamed = change && change.newNumberName !== null && change.newNumberName !== change.oldNumberName;
    const group = {
      road,
      newName: renamed && road.name === null ? `${classWords[road.class].vi} ${change.newNumberName}` : null,
      reoriented: change?.reoriented ?? false,
      rows: [],
    };
    groups.set(roadId, group);
    return group;
  };
  for (const row of plan.rows) {
    if (!onlyChanges || isChange(row)) groupOf(row.roadId)?.rows.push(row);
  }
  for (const row of plan.roads) if (row.newNumberName !== row.oldNumberName || row.reoriented) groupOf(row.roadId);
  return [...groups.values()];
}

export const isChange = ({ state }: NumberingRow): boolean =>
  state === 'new' || state === 'changed' || state === 'reissued';

/** Ways that this plan names or renames, with the names they get. */
export const namesInPlan = (world: World, plan: NumberingPlan): ReadonlyMap<string, string> =>
  new Map(planByRoad(world, plan, true).flatMap(({ road, newName }) => (newName === null ? [] : [[road.id, newName]])));
