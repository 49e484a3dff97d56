/** After edits of houses, roads and addresses a plan is the one that is made of records nobody has seen before. */
import { describe, expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { Road } from '../../../domain/records/road.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { randomFrom } from '../../bench/madeVillages.ts';
import { newId } from '../builders.ts';
import { madeWorld, seed, withEditedHouse } from './editedVillage.ts';

const editId = newId();

/** Widened, drawn otherwise, turned round, closed, opened from another or renamed. */
function withEditedRoad(world: World, random: () => number): World {
  const roads = [...world.road.values()];
  const mains = roads.filter((road) => road.class === 'road');
  const chosen = (among: readonly Road[]): Road => among[Math.floor(random() * among.length)]!;
  const road = chosen(random() < 0.5 ? mains : roads);
  const { coordinates } = road.line;
  const [lng, lat] = coordinates.at(-1)!;
  const end: Position = [lng + (random() - 0.5) * 8e-4, lat + (random() - 0.5) * 2e-4];
  // Lines of the village run east; by the compass numbers rise from their ends: there a change shifts every measure.
  const changes: readonly Partial<Road>[] = [
    { widthMeters: 2 + 6 * random() },
    { line: { type: 'LineString', coordinates: [...coordinates.slice(0, -1), end] } },
    { line: { type: 'LineString', coordinates: coordinates.toReversed() } },
    { state: 'closed' },
    { parentRoadId: road.class === 'lane' ? chosen(roads).id : null },
    { class: 'lane', name: null },
    { name: `Đường ${Math.floor(random() * 9)}` },
  ];
  const after: Road = { ...road, ...changes[Math.floor(random() * changes.length)]!, version: road.version + 1 };
  return { ...world, road: new Map(world.road).set(road.id, after) };
}

/** The numbers of the plan as drafts; some are then issued, others set by hand. */
function withNumbers(world: World, random: () => number): World {
  const numbered = applyChange(world, planNumbering(world, null, editId).change);
  const address = new Map<string, Address>();
  for (const [id, one] of numbered.address) {
    const isChosen = one.state === 'draft' && random() < 0.2;
    address.set(id, !isChosen ? one : random() < 0.5 ? { ...one, state: 'issued' } : { ...one, numberedBy: 'hand' });
  }
  return { ...numbered, address };
}

describe('What is remembered of a village', () => {
  it('changes no plan', () => {
    for (let village = 0; village < 3; village += 1) {
      const random = randomFrom(seed + village);
      let world = madeWorld(village, random);
      for (let edit = 0; edit < 24; edit += 1) {
        const what = random();
        world = (what < 0.5 ? withEditedHouse : what < 0.9 ? withEditedRoad : withNumbers)(world, random);
        const roadIds = random() < 0.7 ? null : [...world.road.keys()].slice(0, 5);
        const plan = planNumbering(world, roadIds, editId);
        const fresh = planNumbering(structuredClone(world), roadIds, editId);
        // As text: there are thousands of records in two plans.
        const isSame = JSON.stringify(plan) === JSON.stringify(fresh);
        expect(isSame, `seed ${seed}, village ${village}, edit ${edit}`).toBe(true);
      }
    }
  });
});
