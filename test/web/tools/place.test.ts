import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { placeCamera } from '../../../web/tools/placeCamera.ts';
import { placeLamp } from '../../../web/tools/placeLamp.ts';
import { placeCommunePoint, placeEntrance, placeLandmark, showEntrance } from '../../../web/tools/placeOnce.ts';
import { placeSign } from '../../../web/tools/placeSign.ts';
import type { AnyTool } from '../../../web/tools/tools.ts';
import { aHouse, aLamp, aRoad, aSign, aWorld, at } from '../../domain/builders.ts';
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
    const worked = work(tool as AnyTool, context, [
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

describe('placing a streetlight', () => {
  const hovered = work(placeLamp, context, [['hover', 40, 4]]);
  const label = (state: typeof hovered.state) =>
    placeLamp.sketch(state, context).find(({ properties }) => properties.label)?.properties.label;

  it('has the lamp in the hand under the pointer, as the click would add it', () => {
    const { state, edits } = work(placeLamp, context, [
      ['hover', 5, 60],
      ['hover', 40, 4],
      ['click', 40, 4],
    ]);
    const { id, ...added } = edits[0]!.input as { readonly id: string };
    expect(placeLamp.devices!(hovered.state, context)).toEqual([{ kind: 'lamp', id: 'in-hand', version: 0, ...added }]);
    expect(added).toMatchObject({ place: at(40, 4) });
    expect(id).not.toBe('in-hand');
    expect(hovered.edits).toEqual([]);
    expect(placeLamp.devices!(placeLamp.start(context), context)).toEqual([]);
    // While nothing has moved since, from where it was pressed.
    expect(placeLamp.devices!(state, context)).toEqual(placeLamp.devices!(hovered.state, context));
  });

  it('tells how much road it would light: what lies in its disc', () => {
    // 4 m beside the lane, of which nothing is known but where it is: 15 m around.
    const meters = Math.round(2 * Math.sqrt(15 ** 2 - 4 ** 2));
    expect(label(hovered.state)).toEqual({ key: 'tool.placeLamp.lights', params: { meters } });
    expect(label(work(placeLamp, context, [['hover', 40, 40]]).state)?.params).toEqual({ meters: 0 });
  });

  it('tells it below the light, so that neither the pointer nor the cross hides the figure', () => {
    const words = (reachMeters: number) => {
      const sketch = placeLamp.sketch(hovered.state, { ...context, reachMeters });
      return sketch.find(({ properties }) => properties.label)!.geometry.coordinates as Position;
    };
    expect(distanceMeters(words(3), at(40, 4))).toBeCloseTo(15, 1);
    expect(words(3)[1]).toBeLessThan(at(40, 4)[1]);
    expect(distanceMeters(words(20), at(40, 4))).toBeCloseTo(30, 1);
  });

  it('jumps to a pole that stands within reach, as it would hang there', () => {
    const post = aSign(at(60, 20), { state: 'installed' });
    const withPost = contextOf(aWorld(main, post));
    const { state } = work(placeLamp, withPost, [['hover', 61, 21]]);
    expect(placeLamp.devices!(state, withPost)).toMatchObject([{ place: post.place }]);
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

  it('has the camera in the hand while it turns, as the click would add it', () => {
    const { state } = work(placeCamera, context, [
      ['click', 5, 5],
      ['hover', 25, 5],
    ]);
    const [inHand] = placeCamera.devices!(state, context);
    const { edits } = work(placeCamera, context, [
      ['click', 5, 5],
      ['hover', 25, 5],
      ['click', 25, 5],
    ]);
    const { id, ...added } = edits[0]!.input as { readonly id: string };
    expect(inHand).toEqual({ kind: 'camera', id: 'in-hand', version: 0, ...added });
    expect(inHand).toMatchObject({ place: at(5, 5), facingDegrees: 90 });
    expect(id).not.toBe('in-hand');
    expect(placeCamera.devices!(placeCamera.start(context), context)).toEqual([]);
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

describe('placing on a pole that stands', () => {
  const lamp = aLamp(at(5, 5), { pole: 'CP-07' });
  const thought = aLamp(at(40, 5), { state: 'planned', pole: 'CP-08' });
  const sign = aSign(at(60, 5), { state: 'installed' });
  const onWall = aSign(at(70, 5), { state: 'installed', post: 'wall' });
  const poles = aWorld(main, lamp, thought, sign, onWall);
  const cameraAt = (east: number, north: number) => {
    const worked = work(placeCamera, contextOf(poles), [
      ['click', east, north],
      ['click', east, north - 30],
    ]);
    expect(isRefusal(decided(poles, worked))).toBe(false);
    return worked.edits[0]!.input;
  };
  const lampAt = (east: number, north: number) =>
    work(placeLamp, contextOf(poles), [['click', east, north]]).edits[0]!.input;

  it('a camera within 3 m of it hangs there and takes its mark', () => {
    expect(cameraAt(7, 6)).toMatchObject({ place: lamp.place, pole: 'CP-07' });
    expect(cameraAt(61, 4)).toMatchObject({ place: sign.place, pole: null });
    expect(cameraAt(5, 8.5)).toMatchObject({ place: at(5, 8.5), pole: null });
  });

  it('not on one that is only thought of, nor on a wall', () => {
    expect(cameraAt(41, 5)).toMatchObject({ place: at(41, 5), pole: null });
    expect(cameraAt(71, 5)).toMatchObject({ place: at(71, 5), pole: null });
  });

  it('a lamp hangs on the post of a sign, but not where a lamp is already', () => {
    expect(lampAt(61, 6)).toMatchObject({ place: sign.place });
    expect(lampAt(6, 6)).toMatchObject({ place: at(6, 6), pole: null });
    const both = aWorld(main, sign, aLamp(sign.place));
    expect(work(placeLamp, contextOf(both), [['click', 61, 6]]).edits[0]!.input).toMatchObject({ place: at(61, 6) });
  });

  it('cameras and lamps come with the figures of the usual kind', () => {
    expect(cameraAt(20, 20)).toMatchObject({
      horizontalFieldOfViewDegrees: 84,
      horizontalPixels: 1920,
      nightRangeMeters: 30,
    });
    expect(lampAt(20, 20)).toMatchObject({
      powerWatts: 70,
      lightSource: 'led',
      fluxLumens: 7000,
      litRadiusMeters: null,
    });
    const options = { ...firstOptions, cameraOwner: 'household' } as const;
    const worked = work(placeCamera, contextOf(poles, { options }), [
      ['click', 20, 20],
      ['click', 20, 10],
    ]);
    expect(worked.edits[0]!.input).toMatchObject({ owner: 'household', horizontalFieldOfViewDegrees: 107 });
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
