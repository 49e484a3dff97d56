/** A device's place in the words of addresses. */
import { describe, expect, it } from 'vitest';
import { deviceAddress } from '../../../domain/coverage/deviceAddress.ts';
import { aRoad, at, aWorld } from '../builders.ts';

const road = aRoad(at(-200, 0), at(200, 0), { widthMeters: 6 });
const lane = aRoad(at(0, 0), at(0, 150), { class: 'lane', parentRoadId: road.id, widthMeters: 2 });
const world = aWorld(road, lane);

describe('the address of a device', () => {
  it('is how far along the nearest way it stands, and on which side of its direction', () => {
    const north = deviceAddress(world, at(-80, 4));
    expect(north).toMatchObject({ roadId: road.id, side: 'left' });
    expect(north!.measureMeters).toBeCloseTo(120, 0);
    expect(deviceAddress(world, at(-80, -4))).toMatchObject({ roadId: road.id, side: 'right' });
    const inLane = deviceAddress(world, at(3, 100));
    expect(inLane).toMatchObject({ roadId: lane.id, side: 'right' });
    expect(inLane!.measureMeters).toBeCloseTo(100, 0);
  });

  it('is counted from the edge: a wide road is nearer than a narrow lane whose middle is as far', () => {
    // 5 m from both middles: 2 m from the edge of the road, 4 m from that of the lane.
    expect(deviceAddress(world, at(5, 5))?.roadId).toBe(road.id);
    expect(deviceAddress(world, at(5, 8))?.roadId).toBe(lane.id);
  });

  it('ends 30 m from the edge, and beyond there is none', () => {
    expect(deviceAddress(world, at(-100, -32.8))?.roadId).toBe(road.id);
    expect(deviceAddress(world, at(-100, -33.2))).toBeNull();
    expect(deviceAddress(aWorld(), at(0, 0))).toBeNull();
  });

  it('is on no driveway and nothing closed', () => {
    const driveway = aRoad(at(-100, 20), at(-60, 20), { class: 'access' });
    const closed = aRoad(at(-100, 22), at(-60, 22), { state: 'closed' });
    expect(deviceAddress(aWorld(road, driveway, closed), at(-80, 21))?.roadId).toBe(road.id);
    expect(deviceAddress(aWorld(driveway, closed), at(-80, 21))).toBeNull();
  });
});
