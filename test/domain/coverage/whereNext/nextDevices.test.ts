/** Where the next cameras and lamps add most: on poles and corners, with pins and what a person will not have. */
import { describe, expect, it } from 'vitest';
import { densities } from '../../../../domain/coverage/cameras/levels.ts';
import { coverageGroundOf } from '../../../../domain/coverage/ground.ts';
import { villageCoverage } from '../../../../domain/coverage/villageCoverage.ts';
import { mostCandidates } from '../../../../domain/coverage/whereNext/candidates.ts';
import { nextCameras, type NextCamerasAsked } from '../../../../domain/coverage/whereNext/nextCameras.ts';
import { nextLamps, type NextLampsAsked } from '../../../../domain/coverage/whereNext/nextLamps.ts';
import { distanceMeters } from '../../../../domain/geometry/localFrame.ts';
import type { Camera } from '../../../../domain/records/camera.ts';
import type { Lamp } from '../../../../domain/records/lamp.ts';
import type { AnyRecord } from '../../../../domain/records/record.ts';
import { aCamera, aLamp, aRoad, at, aWorld, newId } from '../../builders.ts';

const street = aRoad(at(-200, 0), at(200, 0));
const side = aRoad(at(0, 0), at(0, 150));
const poles = [-150, -50, 50, 150].map((east) => aLamp(at(east, 4), { litRadiusMeters: 15 }));
const kit: Camera = aCamera(at(0, 0), { horizontalPixels: 2560, heightMeters: 5, state: 'planned' });
const askedCameras: NextCamerasAsked = {
  count: 2,
  kit,
  densityIndex: densities.indexOf(40),
  light: 'day',
  counted: { isWithPlanned: true },
  pinned: [],
  forbidden: [],
};
const cameras = (asked: Partial<NextCamerasAsked>, ...records: readonly AnyRecord[]) => {
  const world = aWorld(street, side, ...poles, ...records);
  return { world, ...nextCameras(world, coverageGroundOf(world), { ...askedCameras, ...asked }) };
};

describe('the next cameras', () => {
  it('add what they say: put up, as much more road is seen', () => {
    const { world, proposals, addedMeters, coveredMeters, boundMeters } = cameras({ count: 3 }, aCamera(at(-150, 4)));
    expect(proposals).toHaveLength(3);
    const put = proposals.map(({ candidate: { place, facingDegrees } }) => ({
      ...kit,
      id: newId(),
      place,
      facingDegrees,
    }));
    const camera = new Map([...world.camera, ...put.map((one) => [one.id, one] as const)]);
    const asked = { isWithPlanned: true, densityIndex: askedCameras.densityIndex, darkMeters: 40 };
    expect(villageCoverage(world, asked).roads.day.seenMeters).toBeCloseTo(coveredMeters, 3);
    expect(villageCoverage({ ...world, camera }, asked).roads.day.seenMeters).toBeCloseTo(
      coveredMeters + addedMeters,
      3,
    );
    expect(boundMeters).toBeGreaterThanOrEqual(addedMeters - 1e-6);
  });
  it('hang on standing poles where those are as good, and stand in no road', () => {
    const { proposals } = cameras({ count: 6 });
    expect(proposals.some(({ candidate }) => candidate.poleId !== null)).toBe(true);
    for (const { candidate } of proposals) {
      const pole = poles.find(({ id }) => id === candidate.poleId);
      if (pole) expect(candidate.place).toEqual(pole.place);
    }
  });
  it('stand nowhere a person will not have them', () => {
    const [first] = cameras({ count: 1 }).proposals;
    const { proposals } = cameras({ count: 1, forbidden: [first!.candidate.place] });
    expect(distanceMeters(proposals[0]!.candidate.place, first!.candidate.place)).toBeGreaterThan(1);
    expect(proposals[0]!.gainMeters).toBeLessThanOrEqual(first!.gainMeters + 1e-6);
  });
  it('begin with the pinned ones, and tell what each still adds', () => {
    const pin = { place: at(-150, 4), facingDegrees: 270, poleId: poles[0]!.id };
    const { proposals } = cameras({ count: 1, pinned: [pin] });
    expect(proposals.map(({ isPinned }) => isPinned)).toEqual([true, false]);
    expect(proposals[0]!.candidate).toEqual(pin);
  });
  it('by night see only what is lit, or as far as their infrared', () => {
    const dark = { ...kit, nightRangeMeters: 0 };
    const [byNight] = cameras({ count: 1, light: 'night', kit: dark }).proposals;
    const [byDay] = cameras({ count: 1 }).proposals;
    expect(byNight!.gainMeters).toBeGreaterThan(0);
    expect(byNight!.gainMeters).toBeLessThan(byDay!.gainMeters / 2);
  });
  it('are none where there is no road', () => {
    const world = aWorld(...poles);
    expect(nextCameras(world, coverageGroundOf(world), askedCameras).proposals).toEqual([]);
  });
  it('are looked for among a bounded number of places, and say how many were left out', () => {
    const many = Array.from({ length: 400 }, (_, index) => aLamp(at(-400 + index * 2, 60)));
    const { weighed, leftOut } = cameras({ count: 1 }, ...many);
    expect(weighed).toBe(mostCandidates);
    expect(leftOut).toBeGreaterThan(500);
  });
});

describe('the next lamps', () => {
  const asked: NextLampsAsked = {
    count: 3,
    kit: { heightMeters: 8, litRadiusMeters: null } satisfies Pick<Lamp, 'heightMeters' | 'litRadiusMeters'>,
    counted: { isWithPlanned: true },
    pinned: [],
    forbidden: [],
  };
  const lamps = (fields: Partial<NextLampsAsked>) => {
    const world = aWorld(street, side, ...poles);
    return { world, ...nextLamps(world, coverageGroundOf(world), { ...asked, ...fields }) };
  };
  it('light what they say, beside the road and not in it', () => {
    const { world, proposals, addedMeters, coveredMeters } = lamps({});
    const put = proposals.map(({ candidate: { place } }) => aLamp(place, { ...asked.kit, state: 'planned' }));
    const after = { ...world, lamp: new Map([...world.lamp, ...put.map((one) => [one.id, one] as const)]) };
    const report = (of: typeof world) =>
      villageCoverage(of, { isWithPlanned: true, densityIndex: 0, darkMeters: 40 }).light.litMeters;
    expect(report(world)).toBeCloseTo(coveredMeters, 3);
    expect(report(after)).toBeCloseTo(coveredMeters + addedMeters, 3);
    for (const { candidate, gainMeters } of proposals) {
      expect(gainMeters).toBeGreaterThan(25);
      expect(Math.min(...[street, side].map(({ widthMeters }) => widthMeters / 2))).toBeLessThan(
        Math.abs(candidate.place[1] - street.line.coordinates[0]![1]) * 110_690 +
          Math.abs(candidate.place[0] - side.line.coordinates[0]![0]) * 104_650,
      );
    }
  });
  it('light a dark village to its end when there are enough', () => {
    const { addedMeters, coveredMeters } = lamps({ count: 40 });
    expect(coveredMeters + addedMeters).toBeGreaterThan(545);
  });
});
