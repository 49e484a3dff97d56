import { describe, expect, it } from 'vitest';
import { numberFresh } from '../../../domain/addressing/numberFresh.ts';
import { placeHouse } from '../../../domain/addressing/roadOfHouse.ts';
import type { Road } from '../../../domain/records/road.ts';
import { defaultNumberingProfile } from '../../../domain/records/village.ts';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';

/** From east to west, as the compass rule wants: the north of it is its right side. */
const street = aRoad(at(100, 0), at(-100, 0), { name: 'Đường Làng' });
/** 40 m north from x = 20, then 60 m west behind the front houses. */
const drive = aRoad(at(20, 2), at(20, 40), {
  class: 'access',
  line: { type: 'LineString', coordinates: [at(20, 2), at(20, 40), at(-40, 40)] },
});
/** By their doors, all north of the street. */
const front = [40, 5, -15, -35].map((x) => at(x, 8));
const behind = [0, -30].map((x) => at(x, 44));

const numbered = (roads: readonly Road[], doors = [...front, ...behind]) =>
  numberFresh(
    roads.map((road) => ({ road, surface: 'street' as const })),
    doors.map((point) => ({ ring: null, point, isDoor: true })),
    [],
    defaultNumberingProfile,
  ).addresses;
const reversed = (road: Road): Road => ({
  ...road,
  line: { ...road.line, coordinates: road.line.coordinates.toReversed() },
});

describe('houses that stand back, on a way that opens from the road', () => {
  it('have measure and side where it opens; the others at the foot of their entrance', () => {
    const addresses = numbered([street, drive]);
    for (const address of addresses.slice(front.length)) {
      expect(address!.roadId).toBe(street.id);
      expect(address!.measureMeters).toBeCloseTo(80, 1);
      expect(address!.side).toBe('right');
    }
    const alone = numbered([street], front);
    expect(addresses.slice(0, front.length).map((address) => address!.measureMeters)).toEqual(
      alone.map((address) => address!.measureMeters),
    );
  });

  it('are numbered between the houses before and after the opening, the nearest first', () => {
    const expected = ['2', '8', '10', '12', '4', '6'];
    for (const roads of [
      [street, drive],
      [reversed(street), drive],
      [reversed(drive), street],
    ]) {
      expect(numbered(roads).map((address) => address!.number)).toEqual(expected);
    }
  });

  it('are on the side to which the way leads, wherever they stand', () => {
    // Round the end of the street to its south.
    const around = aRoad(at(-60, 2), at(-60, 30), {
      class: 'access',
      line: { type: 'LineString', coordinates: [at(-60, 2), at(-60, 30), at(-130, 30), at(-130, -20), at(-110, -20)] },
    });
    const [address] = numbered([street, around], [at(-115, -24)]);
    expect(address).toMatchObject({ roadId: street.id, side: 'right' });
    expect(address!.measureMeters).toBeCloseTo(160, 1);
    // Where no way is drawn, at the end of the street on the side where it stands.
    const [direct] = numbered([street], [at(-115, -24)]);
    expect(direct!.side).toBe('left');
    expect(direct!.measureMeters).toBeCloseTo(200, 0);
  });

  it('also on a road that a person chose against all evidence, when a way leads to the house from there', () => {
    // Two streets at the door; the chosen one, out of reach, at the end of a long way.
    const [near, next] = [20, 40].map((y) => aRoad(at(100, y), at(-100, y), { name: `Đường ${y}` }));
    const chosen = aRoad(at(100, 200), at(-100, 200), { name: 'Đường Xa' });
    const way = aRoad(at(60, 198), at(60, 150), {
      class: 'access',
      line: { type: 'LineString', coordinates: [at(60, 198), at(60, 150), at(0, 150), at(0, 12), at(-60, 12)] },
    });
    const house = aHouse(at(0, 10), { chosenRoadId: chosen.id });
    const atItsEnd = aHouse(at(-62, 12));
    const place = placeHouse(aWorld(near!, next!, chosen, way, house, atItsEnd), house)!;
    expect(place).toMatchObject({ roadId: chosen.id, side: 'left' });
    expect(place.measureMeters).toBeCloseTo(40, 1);
    expect(placeHouse(aWorld(near!, next!, chosen, house), house)).toMatchObject({ mouth: null });
  });
});
