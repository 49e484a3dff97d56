/** The fix that numbers a road anew: offered only where it would change the number of the house in question. */
import { planNumbering } from '../addressing/numberingPlan.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import type { Fix } from './fix.ts';

/** Any id will do: a plan's digest does not depend on it. */
const planId: Id = '00000000-0000-7000-8000-000000000000';

/** Null where the road's own rules would leave the house's number as it is (issued numbers always stay). */
export function numberRoad(roadId: Id, houseId: Id): (world: World, day: string) => Fix | null {
  return (world, day) => {
    const road = world.road.get(roadId);
    if (!road) return null;
    const plan = planNumbering(world, [roadId], planId, { on: day });
    const row = plan.rows.find((candidate) => candidate.houseId === houseId && candidate.state !== 'kept-issued');
    if (row && row.newNumber === row.oldNumber) return null;
    const loses = plan.change.deleted.some((item) => item.kind === 'address' && item.houseId === houseId);
    if (!loses && (!row || row.state === 'same')) return null;
    const params = { road: roadLabel(world, road), number: row?.newFull ?? '' };
    return { does: 'number-road', kind: 'numbering.apply', input: { roadIds: [roadId], digest: plan.digest }, params };
  };
}
