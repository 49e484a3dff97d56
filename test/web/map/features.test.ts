import { describe, expect, it } from 'vitest';
import { unsaidOfLamp } from '../../../domain/records/lamp.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { applyChange } from '../../../domain/records/world.ts';
import type { World } from '../../../domain/records/world.ts';
import { boundaryFeatures } from '../../../web/map/features/boundaryFeatures.ts';
import { fishboneFeatures } from '../../../web/map/features/fishboneFeatures.ts';
import { houseFeatures } from '../../../web/map/features/houseFeatures.ts';
import { highlightFeatures, positionsOf } from '../../../web/map/features/highlightFeatures.ts';
import { cameraFeatures, signFeatures } from '../../../web/map/features/pointFeatures.ts';
import { previewFeatures } from '../../../web/map/features/previewFeatures.ts';
import { roadFeatures } from '../../../web/map/features/roadFeatures.ts';
import { changedSources, worldSourceIds } from '../../../web/map/sources.ts';
import { aCamera, aHouse, anAddress, aRoad, aSign, aWorld, at, idOf, newId } from '../../domain/builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn', widthMeters: 5 });
const house = aHouse(at(6, 20));

const platesOf = (world: World) =>
  houseFeatures(world)
    .features.map(({ properties }) => properties)
    .filter(({ role }) => role === 'plate');
const stateOf = (world: World, id: string) => platesOf(world).find((plate) => plate['id'] === id)?.['state'];

describe('the state of a house', () => {
  it('has no road when none is within reach, no number when one is', () => {
    expect(stateOf(aWorld(house), house.id)).toBe('no-road');
    expect(stateOf(aWorld(road, house), house.id)).toBe('no-number');
  });

  it('is draft, then issued', () => {
    const draft = anAddress(house, road, { state: 'draft', number: '5' });
    expect(stateOf(aWorld(road, house, draft), house.id)).toBe('draft');
    const issued = { ...draft, state: 'issued', issuedOn: '2022-10-10' } as const;
    expect(stateOf(aWorld(road, house, issued), house.id)).toBe('issued');
  });

  it('asks to be looked at when the door moved, the house is gone or the road closed after issuing', () => {
    const issued = anAddress(house, road, { state: 'issued' });
    const moved = { ...issued, entrance: at(6, 30) };
    expect(stateOf(aWorld(road, house, moved), house.id)).toBe('problem');
    expect(stateOf(aWorld(road, { ...house, state: 'demolished' }, issued), house.id)).toBe('problem');
    expect(stateOf(aWorld({ ...road, state: 'closed' }, house, issued), house.id)).toBe('problem');
  });

  it('forgets retired addresses', () => {
    const retired = anAddress(house, road, { state: 'retired' });
    expect(stateOf(aWorld(road, house, retired), house.id)).toBe('no-number');
  });

  it('sees a road drawn later', () => {
    const before = aWorld(house);
    expect(stateOf(before, house.id)).toBe('no-road');
    const after = applyChange(before, { created: [road], updated: [], deleted: [] });
    expect(stateOf(after, house.id)).toBe('no-number');
  });
});

describe('houses on the map', () => {
  it('show their footprint, their entrance and a plate in the middle', () => {
    const corners = [at(5, 10), at(15, 10), at(15, 20), at(5, 20), at(5, 10)];
    const drawn = aHouse(at(5, 15), { footprint: { type: 'Polygon', coordinates: [corners] } });
    const { features } = houseFeatures(aWorld(road, drawn));
    expect(features.map(({ properties }) => properties['role'])).toEqual(['body', 'entrance', 'plate']);
    const plate = features[2]!.geometry.coordinates as readonly number[];
    expect(plate[0]).toBeCloseTo(at(10, 15)[0], 6);
    expect(plate[1]).toBeCloseTo(at(10, 15)[1], 6);
  });

  it('known only by their entrance show a plate there', () => {
    const entranceOnly = { ...house, footprint: null };
    const { features } = houseFeatures(aWorld(road, entranceOnly));
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({ properties: { role: 'plate', drawn: false } });
  });

  it('in a lane carry the full number beside their own', () => {
    const lane = aRoad(at(0, 0), at(60, 0), { class: 'lane', numberName: '5', parentRoadId: road.id });
    const inLane = aHouse(at(20, 5));
    const address = anAddress(inLane, lane, { number: '4' });
    expect(platesOf(aWorld(road, lane, inLane, address))[0]).toMatchObject({ number: '4', full: '5/4' });
  });
});

describe('roads on the map', () => {
  const propertiesOf = (fields: Parameters<typeof aRoad>[2]) =>
    roadFeatures(aWorld(aRoad(at(0, 100), at(0, -100), fields))).features[0]!.properties;

  it('are to be named while they have neither name nor number', () => {
    expect(propertiesOf({})).toMatchObject({ todo: true, label: '' });
    expect(propertiesOf({ name: 'Đường Làng' })).toMatchObject({ todo: false, label: 'Đường Làng' });
    expect(propertiesOf({ class: 'lane', numberName: '5' })).toMatchObject({ todo: false, label: 'Ngõ 5' });
  });

  it('nobody names a driveway or a closed road', () => {
    expect(propertiesOf({ class: 'access' })).toMatchObject({ todo: false });
    expect(propertiesOf({ state: 'closed' })).toMatchObject({ todo: false });
  });

  it('are as wide as on the ground: 5 m at zoom 20 in the village', () => {
    expect(propertiesOf({ widthMeters: 5 })['widthPixels']).toBeCloseTo(5 / 0.0702, 0);
  });
});

describe('devices on the map', () => {
  it('a camera is turned the way it looks; nothing of its view lies over anybody’s yard', () => {
    const { features } = cameraFeatures(aWorld(aCamera(at(0, 0), { facingDegrees: 90 })));
    expect(features.map(({ geometry, properties }) => [geometry.type, properties['facing']])).toEqual([['Point', 90]]);
  });

  it('a sign carries its first face on one line', () => {
    const { features } = signFeatures(aWorld(aSign(at(0, 0), { faces: ['ĐƯỜNG\nĐỀN HÀN'] })));
    expect(features[0]?.properties['text']).toBe('ĐƯỜNG ĐỀN HÀN');
  });
});

it('outside the boundary the world is masked', () => {
  const [outside, edge] = boundaryFeatures(aWorld()).features;
  expect(outside!.geometry.coordinates).toHaveLength(2);
  expect(edge!.geometry.type).toBe('LineString');
});

describe('a numbering plan on the map', () => {
  it('shows new numbers, and old → new where they change', () => {
    const other = aHouse(at(-6, 20));
    const draft = anAddress(house, road, { number: '77' });
    const world = aWorld(road, house, other, draft);
    const plan = planNumbering(world, null, newId());
    const texts = previewFeatures(world, plan).features.map(({ properties }) => [
      properties['state'],
      properties['short'],
    ]);
    expect(texts).toContainEqual(['changed', '77 → 1']);
    expect(texts).toContainEqual(['new', '2']);
  });

  it('is nothing without a plan', () => {
    expect(previewFeatures(aWorld(road, house), null).features).toEqual([]);
  });
});

describe('selection', () => {
  it('of an address is shown at its house', () => {
    const address = anAddress(house, road);
    const world = aWorld(road, house, address);
    expect(positionsOf(world, { kind: 'address', id: address.id })[0]).toEqual(house.entrance);
  });

  it('hides the hover of the same record, and survives a record that is gone', () => {
    const world = aWorld(road);
    const ref = { kind: 'road', id: road.id } as const;
    expect(highlightFeatures(world, [ref], ref).features.map(({ properties }) => properties['role'])).toEqual([
      'selected',
    ]);
    expect(highlightFeatures(world, [{ kind: 'house', id: idOf(99) }], null).features).toEqual([]);
  });
});

describe('the fishbone of the selected house', () => {
  const other = aRoad(at(40, 100), at(40, -100));
  const world = aWorld(road, other, house);
  const linesOf = (of: World, id: string) =>
    fishboneFeatures(of, { kind: 'house', id }).features.filter(({ geometry }) => geometry.type === 'LineString');

  it('goes from the entrance to its foot on the road, and to the road it could be on', () => {
    const [runnerUp, own] = linesOf(world, house.id);
    expect(own).toMatchObject({ properties: { role: 'own', roadId: road.id } });
    expect(runnerUp).toMatchObject({ properties: { role: 'other', roadId: other.id } });
    const [from, to] = own!.geometry.coordinates as (readonly [number, number])[];
    expect(from).toEqual(house.entrance);
    expect(to![0]).toBeCloseTo(at(0, 20)[0], 6);
    expect(to![1]).toBeCloseTo(at(0, 20)[1], 6);
  });

  it('marks each foot', () => {
    const feet = fishboneFeatures(world, { kind: 'house', id: house.id }).features.filter(
      ({ geometry }) => geometry.type === 'Point',
    );
    expect(feet.map(({ properties }) => properties['role'])).toEqual(['other', 'own']);
  });

  it('goes along the way that leads to a house that stands back, to where it opens from the road', () => {
    const drive = aRoad(at(2, 60), at(-40, 60), {
      class: 'access',
      line: { type: 'LineString', coordinates: [at(-2, 60), at(-40, 60), at(-40, 20)] },
    });
    const behind = aHouse(at(-44, 30));
    const [own] = linesOf(aWorld(road, drive, behind), behind.id);
    const expected = [behind.entrance, at(-40, 20), at(-40, 60), at(-2, 60), at(0, 60)];
    const bone = own!.geometry.coordinates as (readonly [number, number])[];
    expect(bone.map((position) => position.map((degrees) => degrees.toFixed(5)))).toEqual(
      expected.map((position) => position.map((degrees) => degrees.toFixed(5))),
    );
  });

  it('follows the road a person chose', () => {
    const chosen = { ...house, chosenRoadId: other.id };
    const lines = linesOf(aWorld(road, other, chosen), house.id);
    expect(lines.map(({ properties }) => [properties['role'], properties['roadId']])).toEqual([
      ['other', road.id],
      ['own', other.id],
    ]);
  });

  it('is drawn for the house of a selected address; not for a road, a demolished house, or far from roads', () => {
    const address = anAddress(house, road);
    const withAddress = aWorld(road, house, address);
    expect(fishboneFeatures(withAddress, { kind: 'address', id: address.id }).features).not.toEqual([]);
    expect(fishboneFeatures(world, { kind: 'road', id: road.id }).features).toEqual([]);
    expect(linesOf(aWorld(road, { ...house, state: 'demolished' }), house.id)).toEqual([]);
    expect(linesOf(aWorld(house), house.id)).toEqual([]);
    expect(fishboneFeatures(world, null).features).toEqual([]);
  });
});

describe('only what changed is made again', () => {
  const world = aWorld(road, house);

  it('everything at first, nothing for the same world', () => {
    expect(changedSources(undefined, world)).toEqual(worldSourceIds);
    expect(changedSources(world, world)).toEqual([]);
  });

  it('a lamp leaves the houses alone; an address does not', () => {
    const lamp = {
      kind: 'lamp',
      id: newId(),
      version: 1,
      place: at(0, 0),
      owner: 'village',
      state: 'existing',
      heightMeters: null,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    const withLamp = applyChange(world, { created: [lamp], updated: [], deleted: [] });
    expect(changedSources(world, withLamp)).toEqual(['lamps']);
    const withAddress = applyChange(world, { created: [anAddress(house, road)], updated: [], deleted: [] });
    expect(changedSources(world, withAddress)).toEqual(['houses']);
  });
});
