/** "Read from here": which signs somebody on the road can read, and what is in the way of the others. */
import { describe, expect, it } from 'vitest';
import { localFrame } from '../../../domain/geometry/localFrame.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Sign } from '../../../domain/records/sign.ts';
import { readableFrom, type Standpoint } from '../../../domain/signs/readableFrom.ts';
import { servedBySigns } from '../../../domain/signs/reevaluate.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { signGroundOf } from '../../../domain/signs/villageSigns.ts';
import { aHouse, aSign, at } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';
import { accepted, across, upright, village, withSigns } from './villages.ts';

/** 30 m before the crossing, coming from the south: the road runs north from 500 m below it. */
const fromSouth: Standpoint = { roadId: upright.id, measureMeters: 470, sense: 1 };
const plate = (place: readonly [number, number], fields: Partial<Sign> = {}) =>
  aSign(at(...place), {
    roadId: across.id,
    faces: ['ĐƯỜNG\nĐỀN HÀN', 'ĐƯỜNG\nĐỀN HÀN'],
    facingDegrees: 180,
    ...fields,
  });
const sightOf = (sign: Sign, from: Standpoint = fromSouth, ...more: readonly AnyRecord[]) =>
  readableFrom(signGroundOf(village(across, upright, sign, ...more)), from)!.signs.map(({ sight }) => sight);

describe('from 30 m before a crossing', () => {
  it('a plate at the corner that faces those who come is read', () => {
    expect(sightOf(plate([4, -4]))).toEqual(['read']);
  });

  it('the eye is on the right half of the road, and looks along it', () => {
    const { eye, headingDegrees } = readableFrom(signGroundOf(village(across, upright)), fromSouth)!;
    const [x, y] = localFrame(at(0, 0)).toMeters(eye);
    expect([Math.round(x * 10) / 10, Math.round(y)]).toEqual([1.5, -30]);
    expect(headingDegrees).toBeCloseTo(0, 5);
  });

  it('what lies behind is no part of the view; gone the other way it is', () => {
    expect(sightOf(plate([4, -60]))).toEqual([]);
    expect(sightOf(plate([4, -60]), { ...fromSouth, sense: -1 })).toEqual(['read']);
  });

  it('too far for its letters', () => {
    expect(sightOf(plate([4, 20]))).toEqual(['far']);
    // The smaller letters of a lane's sign are read from 30 m.
    expect(sightOf(plate([4, 4], { signKind: 'lane-mouth' }))).toEqual(['far']);
  });

  it('too far to the side of the way one goes', () => {
    expect(sightOf(plate([20, -22]))).toEqual(['aside']);
  });

  it('edge on', () => {
    expect(sightOf(plate([4, -4], { facingDegrees: 90 }))).toEqual(['slanting']);
  });

  it('its one face looks away', () => {
    expect(sightOf(plate([4, -4], { facingDegrees: 0, faces: ['ĐƯỜNG\nĐỀN HÀN'] }))).toEqual(['slanting']);
  });

  it('behind a house', () => {
    const house = aHouse(at(12, -16), { footprint: rectangle(3.2, -18, 8, 6) });
    expect(sightOf(plate([8, -6]))).toEqual(['read']);
    expect(sightOf(plate([8, -6]), fromSouth, house)).toEqual(['hidden']);
  });

  it('damaged or gone it is told as that; removed it is not there; a house’s plate is read at the door', () => {
    expect(sightOf(plate([4, -4], { state: 'damaged' }))).toEqual(['broken']);
    expect(sightOf(plate([4, -4], { state: 'missing' }))).toEqual(['broken']);
    expect(sightOf(plate([4, -4], { state: 'removed' }))).toEqual([]);
    expect(sightOf(plate([4, -4], { signKind: 'house-plate' }))).toEqual([]);
  });

  it('at the very end of a road one still looks the way one came', () => {
    const view = readableFrom(signGroundOf(village(across, upright)), { ...fromSouth, measureMeters: 1e6 })!;
    expect(view.headingDegrees).toBeCloseTo(0, 5);
  });

  it('nobody goes along a road that is closed', () => {
    const closed = { ...upright, state: 'closed' as const };
    expect(readableFrom(signGroundOf(village(across, closed)), fromSouth)).toBeNull();
  });
});

it('agrees with the plan: each need a sign serves is read from some place on the way', () => {
  const world = village(across, upright);
  const planned = withSigns(world, siteSigns(world).proposals.map(accepted));
  const ground = signGroundOf(planned);
  const { needs } = siteSigns(planned);
  const choices = [...servedBySigns(ground, needs)].flatMap(([id, serves]) =>
    serves.filter(({ kind }) => kind === 'choice').map((need) => ({ id, need })),
  );
  expect(choices).toHaveLength(4);
  for (const { id, need } of choices) {
    const sense = need.heading[0] + need.heading[1] > 0 ? 1 : -1;
    const read = Array.from({ length: 15 }, (_, step) => 500 - sense * (6 + step * 3)).some((measureMeters) =>
      readableFrom(ground, { roadId: need.fromRoadId, measureMeters, sense })!.signs.some(
        ({ sign, sight }) => sign.id === id && sight === 'read',
      ),
    );
    expect(read).toBe(true);
  }
});
