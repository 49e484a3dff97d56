import { describe, expect, it } from 'vitest';
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { defaultNumberingProfile } from '../../../domain/records/numberingProfile.ts';
import type { Road } from '../../../domain/records/road.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { apart, difference, keyed } from '../../../web/map/features/difference.ts';
import { boundaryFeatures } from '../../../web/map/features/boundaryFeatures.ts';
import { houseFeatures } from '../../../web/map/features/houseFeatures.ts';
import { roadFeatures } from '../../../web/map/features/roadFeatures.ts';
import { createReach } from '../../../web/map/features/reach.ts';
import { worldSourceIds, worldSources } from '../../../web/map/sources.ts';
import { madeVillage } from '../../bench/madeVillages.ts';
import { aCamera, aHouse, anAddress, aRoad, aVillage, aWorld, at } from '../../domain/builders.ts';

const main = aRoad(at(0, 100), at(0, -100));
const square = (east: number) => ({
  type: 'Polygon' as const,
  coordinates: [[at(east, 0), at(east + 6, 0), at(east + 6, 9), at(east, 9), at(east, 0)]],
});
const houses = [5, 15, 25].map((east) => aHouse(at(east, 0), { footprint: square(east) }));
const world = aWorld(main, ...houses);
const of = (there: typeof world) => keyed(houseFeatures(there).features)!;

describe('what is drawn again', () => {
  it('is nothing while nothing changes, also where all is worked out anew', () => {
    expect(difference(of(world), of({ ...world, house: new Map(world.house) }))).toEqual({ remove: [], add: [] });
  });

  it('is the house that moved, got its address or went', () => {
    const [first, second, third] = houses as [(typeof houses)[0], (typeof houses)[0], (typeof houses)[0]];
    const moved = { ...first, entrance: at(6, 0), version: 2 };
    const house = new Map(world.house).set(first.id, moved);
    house.delete(third.id);
    const address = anAddress(second, main);
    const after = { ...world, house, address: new Map([[address.id, address]]) };
    const { remove, add } = difference(of(world), of(after));
    expect(remove.map((id) => id.split('/')[1]).sort()).toEqual(['body', 'entrance', 'plate']);
    expect(remove.every((id) => id.startsWith(third.id))).toBe(true);
    const drawn = (id: string) => add.filter(({ properties }) => properties['id'] === id);
    expect(drawn(first.id).map(({ properties }) => properties['role'])).toEqual(['entrance']);
    expect(drawn(second.id)).toHaveLength(3);
    expect(add).toHaveLength(4);
  });

  it('is a road whose name changed, and the ways whose label says it', () => {
    const named = { ...main, name: 'Đường Làng' };
    const lane = aRoad(at(0, 50), at(40, 50), { class: 'lane', numberName: '5', parentRoadId: main.id });
    const alley = aRoad(at(20, 50), at(20, 90), { class: 'alley', numberName: '4', parentRoadId: lane.id });
    const before = aWorld(named, lane, alley, aRoad(at(0, 0), at(9, 0)));
    const changed = (road: Road) => {
      const after = roadFeatures({ ...before, road: new Map(before.road).set(road.id, road) }).features;
      return apart(roadFeatures(before).features, after).after.map(({ properties }) => properties['label']);
    };
    expect(changed(named)).toEqual([]);
    expect(changed({ ...named, name: 'Đường Mới' })).toEqual(['Đường Mới']);
    expect(changed({ ...lane, numberName: '7' })).toEqual(['Ngõ 7', 'Ngách 7/4']);
  });

  it('every feature of a record can be told apart; what cannot is sent whole', () => {
    const all = aWorld(main, ...houses, aCamera(at(30, 30)));
    for (const id of worldSourceIds) {
      if (id !== 'boundary') expect(keyed(worldSources[id].build(all).features), id).not.toBeNull();
    }
    expect(keyed(boundaryFeatures(all).features)).toBeNull();
  });

  it('whether a road is in reach is what the engine says, asked or not', () => {
    const village = madeVillage(0, 300, 7);
    const roads = village.roads.map(({ name, widthMeters, line }) => {
      const roadClass =
        name === null ? ('access' as const) : name.startsWith('Ngõ') ? ('lane' as const) : ('road' as const);
      return aRoad(line[0]!, line.at(-1)!, {
        class: roadClass,
        name,
        widthMeters,
        line: { type: 'LineString', coordinates: [...line] },
      });
    });
    const drawn = village.houses.map(({ ring }) =>
      aHouse(ring[0]!, { footprint: { type: 'Polygon', coordinates: [[...ring]] } }),
    );
    // Every third road is there, so that some houses have none.
    const sparse = worldOf([aVillage(), ...roads.filter((_, index) => index % 3 === 0), ...drawn]);
    const reach = createReach();
    const answers = drawn.map((house) => reach(sparse, house));
    expect(answers).toEqual(drawn.map((house) => roadOfHouse(sparse, house) !== null));
    expect(new Set(answers).size).toBe(2);
    // A shorter reach of the village counts at once, though no road has changed.
    const numberingProfile = { ...defaultNumberingProfile, maxEntranceDistanceMeters: 10 };
    const { village: villages } = worldOf([aVillage({ numberingProfile })]);
    const shorter = { ...sparse, village: villages };
    const later = drawn.map((house) => reach(shorter, house));
    expect(later).toEqual(drawn.map((house) => roadOfHouse(shorter, house) !== null));
    expect(later).not.toEqual(answers);
  });
});
