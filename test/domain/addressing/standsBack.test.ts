import { describe, expect, it } from 'vitest';
import { numberFresh } from '../../../domain/addressing/numberFresh.ts';
import { placeHouse, roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { measureLine } from '../../../domain/geometry/measuredLine.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { defaultNumberingProfile } from '../../../domain/records/village.ts';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';

/** From east to west, as the compass rule wants: the north of it is its right side. */
const street = aRoad(at(100, 0), at(-100, 0), { name: 'Đường Làng' });
/** 40 m north from x = 20, then 60 m west behind the front houses. */
const drive = aRoad(at(20, 2), at(20, 40), {
  class: 'access',
  line: { type: 'LineString', coordinates: [at(20, 2), at(20, 40), at(-40, 40)] },
});
const front = [40, 5, -15, -35].map((x) => aHouse(at(x, 8)));
const behind = [0, -30].map((x) => aHouse(at(x, 44)));

describe('houses that stand back, on a way that opens from the road', () => {
  it('have measure and side where it opens', () => {
    const world = aWorld(street, drive, ...front, ...behind);
    for (const house of behind) {
      const found = roadOfHouse(world, house)!;
      expect(found.roadId).toBe(street.id);
      expect(found.measureMeters).toBeCloseTo(80, 1);
      expect(found.side).toBe('right');
      expect(found.distanceMeters).toBeCloseTo(44, 1);
    }
    for (const house of front) {
      expect(roadOfHouse(world, house)!.measureMeters).toBeCloseTo(
        roadOfHouse(aWorld(street, house), house)!.measureMeters,
        2,
      );
    }
  });

  it('also where a person chose the road, and on a line turned round', () => {
    const chosen = { ...behind[0]!, chosenRoadId: street.id };
    const world = aWorld(street, drive, chosen);
    expect(roadOfHouse(world, chosen)).toMatchObject({ reason: 'chosen', side: 'right' });
    const turned = measureLine({ ...street.line, coordinates: street.line.coordinates.toReversed() });
    const place = placeHouse(world, chosen, () => turned)!;
    expect(place.measureMeters).toBeCloseTo(120, 1);
    expect(place.side).toBe('left');
  });

  it('are numbered between the houses before and after the opening, the nearest first', () => {
    const houses = [...front, ...behind].map(({ entrance }) => ({
      ring: null,
      point: entrance as Position,
      isDoor: true,
    }));
    const roads = [street, drive].map((road) => ({ road, surface: 'street' as const }));
    const { addresses } = numberFresh(roads, houses, [], defaultNumberingProfile);
    expect(addresses.map((address) => address?.number)).toEqual(['2', '8', '10', '12', '4', '6']);
  });
});
