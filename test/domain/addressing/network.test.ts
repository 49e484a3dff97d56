import { describe, expect, it } from 'vitest';
import { mouthOf, snapToleranceMeters, suggestClass, suggestParent } from '../../../domain/addressing/network.ts';
import { reverseLine } from '../../../domain/geometry/line.ts';
import type { Road } from '../../../domain/records/road.ts';
import { aRoad, at, aWorld } from '../builders.ts';

describe('the mouth of a lane', () => {
  const road = aRoad(at(0, 200), at(0, -200), { widthMeters: 6 });

  it('lies on its parent at a measure and a side, whichever end it is', () => {
    const lane = aRoad(at(0, 50), at(-100, 50), { class: 'lane', parentRoadId: road.id });
    for (const line of [lane.line, reverseLine(lane.line)]) {
      const mouth = mouthOf(aWorld(road, { ...lane, line }), { ...lane, line })!;
      expect(mouth).toMatchObject({ parentRoadId: road.id, side: 'right', position: at(0, 50), atParentEnd: false });
      expect(mouth.parentMeasureMeters).toBeCloseTo(150, 0);
    }
  });

  it('takes its side from where the lane goes, not from where its line happens to begin', () => {
    const over = aRoad(at(2, 50), at(-100, 50), { class: 'lane', parentRoadId: road.id });
    expect(mouthOf(aWorld(road, over), over)?.side).toBe('right');
  });

  it('is found anew once its parent is drawn otherwise, is wider or is another road', () => {
    const lane = aRoad(at(-4, 50), at(-100, 50), { class: 'lane', parentRoadId: road.id });
    const other = aRoad(at(0, 200), at(0, -200), { widthMeters: 6, line: road.line });
    const measureOn = (parent: Road) => {
      const mouth = mouthOf(aWorld(parent, lane), { ...lane, parentRoadId: parent.id })!;
      return [mouth.parentRoadId, Math.round(mouth.parentMeasureMeters), Math.round(mouth.gapMeters)];
    };
    expect(measureOn(road)).toEqual([road.id, 150, 1]);
    expect(measureOn({ ...road, line: reverseLine(road.line) })).toEqual([road.id, 250, 1]);
    expect(measureOn(road)).toEqual([road.id, 150, 1]);
    expect(measureOn({ ...road, widthMeters: 2 })).toEqual([road.id, 150, 3]);
    expect(measureOn(road)).toEqual([road.id, 150, 1]);
    expect(measureOn(other)).toEqual([other.id, 150, 1]);
  });

  it('is found within a few metres of the edge of the road, and of no driveway or closed road', () => {
    const lane = (gap: number) => aRoad(at(3 + gap, 50), at(100, 50), { class: 'lane' });
    expect(mouthOf(aWorld(road, lane(0)), lane(snapToleranceMeters - 0.5))?.parentRoadId).toBe(road.id);
    expect(mouthOf(aWorld(road, lane(0)), lane(snapToleranceMeters + 0.5))).toBeNull();
    for (const other of [
      { ...road, class: 'access' as const },
      { ...road, state: 'closed' as const },
    ]) {
      expect(mouthOf(aWorld(other), lane(0))).toBeNull();
    }
  });
});

describe('class and parent proposed from the ground', () => {
  const road = aRoad(at(0, 200), at(0, -200));
  const lane = aRoad(at(0, 0), at(100, 0), { class: 'lane', parentRoadId: road.id });
  const alley = aRoad(at(60, 0), at(60, 60), { class: 'alley', parentRoadId: lane.id });
  const world = aWorld(road, lane, alley);
  const line = (...coordinates: ReturnType<typeof at>[]) => ({ type: 'LineString' as const, coordinates });

  it('is one level below the highest way its ends open to (RULES §1.3)', () => {
    expect(suggestClass(world, line(at(0, 90), at(80, 90)))).toBe('lane');
    expect(suggestClass(world, line(at(30, 0), at(30, 60)))).toBe('alley');
    expect(suggestClass(world, line(at(60, 40), at(90, 40)))).toBe('branch');
    expect(suggestClass(world, line(at(300, 0), at(300, 60)))).toBe('road');
  });

  it('proposes only what a way of the class may open from', () => {
    expect(suggestParent(world, line(at(0, 90), at(80, 90)), 'lane')).toBe(road.id);
    expect(suggestParent(world, line(at(30, 0), at(30, 60)), 'alley')).toBe(lane.id);
    expect(suggestParent(world, line(at(30, 0), at(30, 60)), 'lane')).toBeNull();
    expect(suggestParent(world, line(at(0, 90), at(80, 90)), 'road')).toBeNull();
  });

  it('of two ends on two roads takes the road whose name the lane bears, however that is written (RULES L3)', () => {
    const parentOfLane = (laneName: string, ...names: readonly [string, string]) => {
      const [wide, narrow] = names.map((name, i) =>
        aRoad(at(i * 100, 200), at(i * 100, -200), { name, widthMeters: 8 - 4 * i }),
      );
      const lane = aRoad(at(0, 0), at(100, 0), { class: 'lane', name: laneName });
      const found = mouthOf(aWorld(wide!, narrow!, lane), lane)?.parentRoadId;
      return found === narrow!.id ? 'narrow' : found === wide!.id ? 'wide' : null;
    };
    for (const name of [
      'Ngõ 22 - Hùng Vương',
      'Ngõ 22 Đ. Hùng Vương',
      'ngo 22 hung vuong',
      'Ngõ 22, đường Hùng  Vương',
    ]) {
      expect([name, parentOfLane(name, 'Đường Lê Lợi', 'Đường Hùng Vương')]).toEqual([name, 'narrow']);
    }
    // Hoà and Hòa are one name, and Sỹ and Sĩ.
    expect(parentOfLane('Ngõ 3 Hoà Bình', 'Đường Láng', 'Đường Hòa Bình')).toBe('narrow');
    expect(parentOfLane('Kiệt 35 - Ngô Sĩ Liên', 'Đường Láng', 'Phố Ngô Sỹ Liên')).toBe('narrow');
    // Part of a name is not the name; of two alike the one that is the same.
    expect(parentOfLane('Ngõ 3 Hòa Bình Mới', 'Đường Láng', 'Đường Hòa Bình')).toBe('wide');
    expect(parentOfLane('Ngõ 3 Hòa Bình', 'Đường Hoa Binh', 'Đường Hòa Bình')).toBe('narrow');
    expect(parentOfLane('Ngõ Đình', 'Đường Láng', 'Đường Hòa Bình')).toBe('wide');
  });
});
