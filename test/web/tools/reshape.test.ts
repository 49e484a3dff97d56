import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { World } from '../../../domain/records/world.ts';
import { extendRoad } from '../../../web/tools/extendRoad.ts';
import { mergeHouses } from '../../../web/tools/mergeHouses.ts';
import { mergeRoads } from '../../../web/tools/mergeRoads.ts';
import { move } from '../../../web/tools/move.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { splitHouse } from '../../../web/tools/splitHouse.ts';
import { splitRoad } from '../../../web/tools/splitRoad.ts';
import type { ToolOptions } from '../../../web/tools/options.ts';
import { aHouse, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work, type Worked } from './hand.ts';

const main = aRoad(at(0, 100), at(0, -100));
const next = aRoad(at(0, -100), at(0, -200));
const lane = aRoad(at(0, 0), at(80, 0), { class: 'lane', parentRoadId: main.id });
const building = (west: number, south: number, east: number, north: number) =>
  aHouse(at(west, (south + north) / 2), {
    footprint: {
      type: 'Polygon',
      coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
    },
  });
const long = building(5, 20, 17, 50);
const beside = building(17.2, 20, 25, 50);
const apart = building(40, 20, 50, 50);
const world = aWorld(main, next, lane, long, beside, apart);
const holding = ({ kind, id }: AnyRecord, options: Partial<ToolOptions> = {}) =>
  contextOf(world, { selection: { kind, id }, options: { ...firstOptions, ...options } });
const changeOf = (there: World, worked: Worked<unknown>): Change => {
  const result = decided(there, worked);
  if (isRefusal(result)) throw new Error(result.code);
  return result;
};
const rolesOf = (sketch: readonly { readonly properties: { readonly role: string } }[]) =>
  sketch.map(({ properties }) => properties.role);

describe('splitting a road', () => {
  it('at the tapped place; a hand a little beside means the road', () => {
    const worked = work(splitRoad, holding(main), [['click', 4, 40]]);
    const { created, updated } = changeOf(world, worked);
    expect(created).toHaveLength(1);
    expect((updated[0]![1] as Road).line.coordinates.at(-1)![1]).toBeCloseTo(at(0, 40)[1], 6);
  });

  it('shows how long both pieces would be', () => {
    const context = holding(main);
    const { state } = work(splitRoad, context, [['hover', 1, 40]]);
    expect(splitRoad.sketch(state, context).at(-1)?.properties.label?.params).toEqual({ length: '60 + 140' });
  });

  it('at an end, or beside the road, is refused with the reason', () => {
    expect(decided(world, work(splitRoad, holding(main), [['click', 0, 100]]))).toMatchObject({ code: 'split-at-end' });
    expect(decided(world, work(splitRoad, holding(main), [['click', 60, 40]]))).toMatchObject({
      code: 'split-off-road',
    });
  });

  it('also at a picked bend while its points are changed', () => {
    const bent = aRoad(at(0, 0), at(0, 0), {
      line: { type: 'LineString', coordinates: [at(0, 100), at(10, 0), at(0, -100)] },
    });
    const there = aWorld(bent);
    const context = contextOf(there, { selection: { kind: 'road', id: bent.id } });
    const worked = work(move, context, [['hold', 10, 0], { type: 'act', action: 'split-here' }]);
    expect(changeOf(there, worked).created).toHaveLength(1);
  });
});

describe('joining two roads', () => {
  it('lights those whose ends meet, and joins the one tapped', () => {
    const context = holding(main);
    expect(rolesOf(mergeRoads.sketch(mergeRoads.start(context), context))).toEqual(['lit']);
    const worked = work(mergeRoads, context, [
      ['hover', 1, -150],
      ['click', 1, -150],
    ]);
    expect(changeOf(world, worked).deleted).toEqual([next]);
    expect(mergeRoads.sketch(worked.state, context).map(({ properties }) => properties.role)).toContain('line');
  });

  it('with its own lane is refused in words, and nothing else happens', () => {
    const worked = work(mergeRoads, holding(main), [['click', 40, 0]]);
    expect(decided(world, worked)).toMatchObject({ code: 'merge-with-own-lane' });
    expect(work(mergeRoads, holding(main), [['click', 200, 200]]).edits).toEqual([]);
  });

  it('says so where there is nothing to join', () => {
    const context = holding(lane);
    expect(mergeRoads.status(mergeRoads.start(context), context).hintKey).toBe('tool.mergeRoads.none');
  });
});

describe('continuing a road', () => {
  it('from the end that is nearer to the first tap', () => {
    const worked = work(extendRoad, holding(lane), [['click', 80, 1], ['click', 120, 5], ['click', 140, 5], 'finish']);
    const after = changeOf(world, worked).updated.find(([{ id }]) => id === lane.id)![1] as Road;
    expect(after.line.coordinates).toHaveLength(4);
    expect(after.line.coordinates[0]).toEqual(lane.line.coordinates[0]);
    expect(worked.edits[0]).toMatchObject({ input: { end: 'end' } });
  });

  it('a first tap away from the ends is already the next point; a double tap ends it', () => {
    const worked = work(extendRoad, holding(next), [
      ['click', 10, -240],
      ['click', 10.5, -240],
    ]);
    expect(worked.edits[0]).toMatchObject({ kind: 'road.extend', input: { end: 'end' } });
    expect(changeOf(world, worked).created).toEqual([]);
  });

  it('onto another road the two are exactly connected', () => {
    const across = aRoad(at(120, 60), at(127, -60));
    const there = aWorld(main, lane, across);
    const context = contextOf(there, { selection: { kind: 'road', id: lane.id } });
    const worked = work(extendRoad, context, [['click', 80, 0], ['click', 122, 1], 'finish']);
    const { updated } = changeOf(there, worked);
    const lineOf = ({ id }: Road) => (updated.find(([, after]) => after.id === id)![1] as Road).line.coordinates;
    expect(lineOf(across)[1]).toEqual(lineOf(lane).at(-1));
  });

  it('points can be taken back down to the choice of the end', () => {
    const { state } = work(extendRoad, holding(lane), [
      ['click', 80, 1],
      ['click', 120, 5],
      'undo-point',
      'undo-point',
    ]);
    expect(state).toMatchObject({ end: null, snaps: [] });
  });
});

describe('splitting a building into a row', () => {
  it('shows the parts with their numbers in the order of the road before anything is done', () => {
    const context = holding(long, { rowCount: 4, rowFrom: '5', rowTo: '11' });
    const sketch = splitHouse.sketch(null, context);
    expect(rolesOf(sketch).filter((role) => role === 'area')).toHaveLength(4);
    const numbers = sketch.flatMap(({ geometry, properties: { label } }) =>
      label ? [[label.params?.['number'], (geometry.coordinates as readonly [number, number])[1]]] : [],
    ) as [string, number][];
    expect(numbers.map(([number]) => number)).toEqual(['5', '7', '9', '11']);
    // The road runs south: the first number stands farthest north.
    expect(numbers.map(([, lat]) => lat)).toEqual(numbers.map(([, lat]) => lat).sort((a, b) => b - a));
  });

  it('Xong makes it one edit', () => {
    const worked = work(splitHouse, holding(long, { rowCount: 3 }), ['finish']);
    expect(changeOf(world, worked).created.filter(({ kind }) => kind === 'house')).toHaveLength(2);
    const numbered = work(splitHouse, holding(long, { rowCount: 3, rowFrom: '2', rowTo: '6' }), ['finish']);
    expect(changeOf(world, numbered).created.filter(({ kind }) => kind === 'address')).toHaveLength(3);
  });

  it('numbers that do not fit are not performed', () => {
    const context = holding(long, { rowCount: 3, rowFrom: '5', rowTo: '10' });
    expect(splitHouse.status(null, context).canFinish).toBe(false);
    expect(work(splitHouse, context, ['finish']).edits).toEqual([]);
  });

  it('into parts nobody could live in is refused', () => {
    const worked = work(splitHouse, holding(long, { rowCount: 60 }), ['finish']);
    expect(decided(world, worked)).toMatchObject({ code: 'row-part-too-narrow' });
  });
});

describe('merging two outlines', () => {
  it('lights those that touch; one tap merges', () => {
    const context = holding(long);
    const lit = mergeHouses.sketch(mergeHouses.start(context), context);
    expect(rolesOf(lit)).toEqual(['lit']);
    const worked = work(mergeHouses, context, [['click', 20, 30]]);
    expect(changeOf(world, worked).deleted).toEqual([beside]);
  });

  it('with one that stands apart is refused in words', () => {
    expect(decided(world, work(mergeHouses, holding(long), [['click', 45, 30]]))).toMatchObject({
      code: 'merge-outlines-apart',
    });
  });
});
