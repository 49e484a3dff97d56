/** Two outlines on the same ground: mostly one house drawn twice, which would then get two addresses. */
import { areaSquareMeters } from '../geometry/polygon.ts';
import { overlapSquareMeters } from '../geometry/overlap.ts';
import type { Polygon } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';
import { footprintsOf } from './footprints.ts';

/** Of the smaller outline: less is the hand that drew it, half and more is the same house. */
const slightShare = 0.1;
const sameShare = 0.5;

export const outlinesOverlap = defineCheck({
  id: 'outlines-overlap',
  severity: 'error',
  kinds: ['house'],
  *look(world): Generator<Found | undefined> {
    for (const overlap of overlaps(world)) yield overlap && foundOf(overlap);
  },
});

interface Overlap {
  readonly one: House;
  readonly other: House;
  readonly share: number;
}

const foundOf = ({ one, other, share }: Overlap): Found => ({
  recordIds: [one.id, other.id].sort(),
  params: { percent: Math.round(share * 100) },
  facts: [JSON.stringify(one.footprint), JSON.stringify(other.footprint)].sort(),
  ...(share < sameShare ? { severity: 'notice' } : {}),
  ...(share < sameShare ? {} : { fix: (world) => deleteTwin(world, other, one) ?? deleteTwin(world, one, other) }),
});

/** Shapes alone: numbering houses does not make them be compared again. */
function* overlaps(world: World): Generator<Overlap | undefined> {
  const footprints = footprintsOf(world);
  for (const one of footprints.all) {
    yield;
    for (const other of footprints.near(one.box)) {
      if (other.house.id <= one.house.id) continue;
      const share = sharedPart(one.polygon, other.polygon);
      if (share >= slightShare) yield { one: one.house, other: other.house, share };
    }
  }
}

/** Of the smaller one's area; worked out once for two shapes, which never change. */
function sharedPart(one: Polygon, other: Polygon): number {
  let ofOne = known.get(one);
  if (!ofOne) known.set(one, (ofOne = new WeakMap()));
  let share = ofOne.get(other);
  if (share === undefined) {
    const shared = overlapSquareMeters(one, other);
    share = shared === 0 ? 0 : shared / Math.min(areaSquareMeters(one), areaSquareMeters(other));
    ofOne.set(other, share);
  }
  return share;
}

const known = new WeakMap<Polygon, WeakMap<Polygon, number>>();

/** Takes away the house that has nothing of its own: no official address, no code, no household, no name. */
export function deleteTwin(world: World, twin: House, other: House): Fix | null {
  if (twin.name !== null || isUsed(world, twin.id)) return null;
  const isOtherBare = other.name === null && !isUsed(world, other.id);
  // Of two bare ones the one without an outline, or the later one, goes.
  if (isOtherBare && other.footprint === null && twin.footprint !== null) return null;
  return { does: 'delete-house', kind: 'house.delete', input: { id: twin.id } };
}

function isUsed(world: World, houseId: Id): boolean {
  for (const address of world.address.values())
    if (address.houseId === houseId && address.state !== 'draft') return true;
  for (const household of world.household.values()) if (household.houseId === houseId) return true;
  for (const code of world.externalCode.values()) if (code.houseId === houseId) return true;
  return false;
}
