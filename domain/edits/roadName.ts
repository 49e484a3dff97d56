/** Naming a road or lane, or taking its name away. Names under issued addresses are not changed here. */
import { checkRoadName, normalizeText, type WayToName } from '../addressing/roadName.ts';
import { updated } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { hasIssuedAddresses } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';

export const roadNameEdit = defineEdit({
  kind: 'road.name',
  input: record({ id: Id, name: orNull(text(100)) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const road = world.road.get(edit.input.id);
    if (!road) return refuse('record-missing', [edit.input.id]);
    const name = edit.input.name === null ? null : normalizeText(edit.input.name);
    if (name === road.name) return refuse('nothing-changes', [road.id]);
    if (hasIssuedAddresses(world, road.id)) return refuse('road-has-issued-addresses', [road.id]);
    if (name !== null) {
      const refusal = nameRefusal(world, { ...road, roadId: road.id }, name);
      if (refusal) return refusal;
    }
    return updated(road, { name });
  },
});

/** Why a road may not bear this name, or undefined. */
export function nameRefusal(world: World, road: WayToName, name: string): Refusal | undefined {
  const [problem] = checkRoadName(world, road, name).problems;
  return problem ? refuse(problem.code, problem.recordIds, problem.params) : undefined;
}
