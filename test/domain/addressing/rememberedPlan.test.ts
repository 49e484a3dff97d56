/** After edits of houses, roads and addresses a plan is the one that is made of records nobody has seen before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planNumbering, type NumberingOptions } from '../../../domain/addressing/numberingPlan.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { House } from '../../../domain/records/house.ts';
import { profileDefaults, type NumberingProfile } from '../../../domain/records/numberingProfile.ts';
import type { Road } from '../../../domain/records/road.ts';
import { applyChange, villageOf, type World } from '../../../domain/records/world.ts';
import { randomFrom } from '../../bench/madeVillages.ts';
import { aVillage, newId } from '../builders.ts';
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

const oneOf = <T>(among: Iterable<T>, random: () => number): T => {
  const all = [...among];
  return all[Math.floor(random() * all.length)]!;
};

function withHouse(world: World, random: () => number, changeOf: (house: House) => Partial<House>): World {
  const house = oneOf(world.house.values(), random);
  const after: House = { ...house, ...changeOf(house), version: house.version + 1 };
  return { ...world, house: new Map(world.house).set(house.id, after) };
}

/** Its door a hand's breadth away, or in the cell of another's door, or at the very place of it. */
const withMovedDoor = (world: World, random: () => number): World =>
  withHouse(world, random, ({ entrance }) => {
    const [lng, lat] = random() < 0.5 ? entrance : oneOf(world.house.values(), random).entrance;
    const shift = random() < 0.3 ? 0 : 1e-6;
    return { entrance: [lng + shift, lat], entranceOrigin: 'shown' };
  });

const withChosenRoad = (world: World, random: () => number): World =>
  withHouse(world, random, () => ({ chosenRoadId: random() < 0.3 ? null : oneOf(world.road.keys(), random) }));

function withOtherProfile(world: World, random: () => number): World {
  const village = villageOf(world)!;
  const numberingProfile: NumberingProfile = {
    ...oneOf(Object.values(profileDefaults), random),
    maxEntranceDistanceMeters: random() < 0.5 ? 40 : 80,
    direction: random() < 0.5 ? { by: 'drawn', reason: 'As people have it.' } : { by: 'compass' },
  };
  return { ...world, village: new Map([[village.id, { ...village, numberingProfile }]]) };
}

const edits = {
  house: withEditedHouse,
  door: withMovedDoor,
  chosen: withChosenRoad,
  road: withEditedRoad,
  numbers: withNumbers,
  profile: withOtherProfile,
};

const anyStep = fc.record({
  what: fc.constantFrom('house', 'door', 'door', 'chosen', 'road', 'numbers', 'profile', 'profile', 'back'),
  chance: fc.nat(),
  isWhole: fc.constantFrom(true, true, true, false),
  isRenumbered: fc.constantFrom(false, false, false, true),
});

describe('What is remembered of a village', () => {
  it('changes no plan, whatever is edited and planned in between, and when an edit is undone', () => {
    const all = madeWorld(3, randomFrom(seed));
    const village = new Map([['v', { ...aVillage(), id: 'v' }]]);
    const made: World = { ...all, village, house: new Map([...all.house].slice(0, 40)) };
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 4, maxLength: 8 }), (steps) => {
        const worlds: World[] = [made];
        for (const { what, chance, isWhole, isRenumbered } of steps) {
          const random = randomFrom(chance);
          const world = what === 'back' ? oneOf(worlds, random) : edits[what](worlds.at(-1)!, random);
          worlds.push(world);
          const roadIds = isWhole ? null : [...world.road.keys()].slice(0, 5);
          const options: NumberingOptions = isRenumbered ? { under: { decisionId: editId, date: '2026-11-29' } } : {};
          const plan = planNumbering(world, roadIds, editId, options);
          const fresh = planNumbering(structuredClone(world), roadIds, editId, options);
          // As text: there are thousands of records in two plans.
          expect(JSON.stringify(plan) === JSON.stringify(fresh), `after ${what}`).toBe(true);
          // Now also the plan of the copy is among what is remembered.
          expect(planNumbering(world, roadIds, editId, options).digest).toBe(fresh.digest);
        }
      }),
      { numRuns: 12 },
    );
  });

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
