import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { placeCamera } from '../../../web/tools/placeCamera.ts';
import {
  placeCommunePoint,
  placeEntrance,
  placeLamp,
  placeLandmark,
  showEntrance,
} from '../../../web/tools/placeOnce.ts';
import { placeSign } from '../../../web/tools/placeSign.ts';
import { aHouse, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const main = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 0), at(80, 0), { class: 'lane', numberName: '5', parentRoadId: main.id });
const house = aHouse(at(20, 3));
const world = aWorld(main, lane, house);
const context = contextOf(world);

describe('placing with one click', () => {
  it.each([
    ['house.draw', placeEntrance],
    ['lamp.add', placeLamp],
    ['landmark.add', placeLandmark],
  ])('%s is accepted as it comes', (kind, tool) => {
    const worked = work(tool, context, [
      ['hover', 4, 4],
      ['click', 5, 5],
    ]);
    expect(worked.edits[0]?.kind).toBe(kind);
    expect(isRefusal(decided(world, worked))).toBe(false);
  });

  it('far outside the village is refused, and stays in the hand', () => {
    const worked = work(placeLamp, context, [['click', 900, 0]]);
    expect(decided(world, worked)).toMatchObject({ code: 'outside-village' });
    expect(placeLamp.sketch(worked.state, context)).toHaveLength(1);
  });
});

describe('placing a camera', () => {
  it('first its place, then where it looks', () => {
    const worked = work(placeCamera, context, [
      ['click', 5, 5],
      ['hover', 10, 5],
      ['click', 5, -20],
    ]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    expect(worked.edits[0]).toMatchObject({ input: { place: at(5, 5), facingDegrees: 180, owner: 'village' } });
  });

  it('shows the wedge while it turns', () => {
    const { state } = work(placeCamera, context, [
      ['click', 5, 5],
      ['hover', 25, 5],
    ]);
    expect(placeCamera.sketch(state, context).map(({ properties }) => properties.role)).toContain('wedge');
  });

  it('a second click on the same place gives no direction', () => {
    expect(
      work(placeCamera, context, [
        ['click', 5, 5],
        ['click', 5, 5],
      ]).edits,
    ).toEqual([]);
  });

  it('its place can be taken back', () => {
    expect(work(placeCamera, context, [['click', 5, 5], 'undo-point']).state.place).toBeNull();
  });
});

describe('placing a sign', () => {
  const placed = (signKind: typeof firstOptions.signKind) => {
    const options = { ...firstOptions, signKind };
    const worked = work(placeSign, contextOf(world, { options }), [
      ['click', 6, 4],
      ['click', 3, 4],
    ]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    return worked.edits[0]!.input;
  };

  it('names the road it stands at, with the text the records propose', () => {
    expect(placed('road-name')).toMatchObject({ roadId: main.id, faces: ['ĐƯỜNG\nĐỀN HÀN'], facingDegrees: 270 });
  });

  it('at a mouth names the lane, not the road', () => {
    expect(placed('lane-mouth')).toMatchObject({ roadId: lane.id });
  });

  it('a house plate belongs to the nearest house and hangs on a wall', () => {
    expect(placed('house-plate')).toMatchObject({ houseId: house.id, roadId: null, post: 'wall' });
  });
});

describe('showing the door of a house', () => {
  const drawn = aHouse(at(30, 0), { entranceOrigin: 'assumed' });
  const withDrawn = aWorld(main, drawn);

  it('moves the entrance of the selected house to where the hand taps, as shown', () => {
    const selected = contextOf(withDrawn, { selection: { kind: 'house', id: drawn.id } });
    const worked = work(showEntrance, selected, [['click', 31, 2]]);
    expect(decided(withDrawn, worked)).toMatchObject({ updated: [[{ id: drawn.id }, { entranceOrigin: 'shown' }]] });
    expect(showEntrance.sketch(showEntrance.start(selected), selected)[0]!.geometry.coordinates).toEqual(
      drawn.entrance,
    );
  });

  it('does nothing where no house is selected', () => {
    expect(work(showEntrance, contextOf(withDrawn), [['click', 31, 2]]).edits).toEqual([]);
  });
});

describe('showing the reference point of the commune', () => {
  it('may lie far outside the village', () => {
    const worked = work(placeCommunePoint, context, [['click', 3000, 4000]]);
    const change = decided(world, worked);
    if (isRefusal(change)) throw new Error(change.code);
    expect(change.updated[0]![1]).toMatchObject({ kind: 'village', communePoint: roundPosition(at(3000, 4000)) });
  });
});
