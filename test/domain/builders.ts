/** Tiny worlds with defaults: a square village of 1 km at the sample's place, records placed in metres from its middle. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Address } from '../../domain/records/address.ts';
import { unsaidOfCamera, type Camera } from '../../domain/records/camera.ts';
import type { House } from '../../domain/records/house.ts';
import type { Household } from '../../domain/records/household.ts';
import { unsaidOfLamp, type Lamp } from '../../domain/records/lamp.ts';
import type { Landmark } from '../../domain/records/landmark.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import type { Road } from '../../domain/records/road.ts';
import { newlyPlanned, type Sign } from '../../domain/records/sign.ts';
import { defaultNumberingProfile, defaultSignSettings, type Village } from '../../domain/records/village.ts';
import { findRecord, worldOf, type World } from '../../domain/records/world.ts';

/** A fixed, valid UUIDv7 for a small number. */
export const idOf = (n: number): string => `019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

let made = 0;
export const newId = (): string => idOf(0x100000 + made++);

/** Degrees for metres east and north of the middle; near enough for tests (millimetres do not matter here). */
export const at = (eastMeters: number, northMeters: number): Position => [
  Math.round((105.788 + eastMeters / 104_650) * 1e7) / 1e7,
  Math.round((19.97 + northMeters / 110_690) * 1e7) / 1e7,
];

export const villageId = idOf(1);
export const authorId = idOf(2);

export function aVillage(fields: Partial<Village> = {}): Village {
  return {
    kind: 'village',
    id: villageId,
    version: 1,
    name: 'Thôn Thử',
    boundary: {
      type: 'Polygon',
      coordinates: [[at(-500, -500), at(500, -500), at(500, 500), at(-500, 500), at(-500, -500)]],
    },
    isSample: true,
    currentUnits: [{ level: 'commune', code: '15316', name: 'Xã Tống Sơn', validFrom: '2025-07-01', validTo: null }],
    formerUnits: [],
    communePoint: null,
    numberingProfile: defaultNumberingProfile,
    targets: { criterion6: null, criterion3: null },
    signSettings: defaultSignSettings,
    ...fields,
  };
}

export function aRoad(from: Position, to: Position, fields: Partial<Road> = {}): Road {
  return {
    kind: 'road',
    id: newId(),
    version: 1,
    class: 'road',
    name: null,
    numberName: null,
    parentRoadId: null,
    line: { type: 'LineString', coordinates: [from, to] },
    directionReason: null,
    widthMeters: 4,
    madeFor: 'vehicles',
    state: 'existing',
    decisionId: null,
    ...fields,
  };
}

export function aHouse(entrance: Position, fields: Partial<House> = {}): House {
  return {
    kind: 'house',
    id: newId(),
    version: 1,
    name: null,
    entrance,
    entranceOrigin: 'shown',
    footprint: null,
    use: 'residential',
    state: 'standing',
    parcel: null,
    chosenRoadId: null,
    ...fields,
  };
}

export function aHousehold(fields: Partial<Household> = {}): Household {
  return {
    kind: 'household',
    id: newId(),
    version: 1,
    houseId: null,
    ordinal: 1,
    headName: 'Nguyễn Văn Mẫu',
    phone: '0900000001',
    surveyAnswers: {},
    ...fields,
  };
}

export function anAddress(house: House, road: Road, fields: Partial<Address> = {}): Address {
  return {
    kind: 'address',
    id: newId(),
    version: 1,
    houseId: house.id,
    roadId: road.id,
    measureMeters: 10,
    side: 'left',
    number: '1',
    numberedBy: null,
    entrance: house.entrance,
    plusCode: '7PG7XQCQ+222',
    state: 'draft',
    decisionId: null,
    issuedOn: null,
    retiredDecisionId: null,
    retiredOn: null,
    retiredAs: null,
    ...fields,
  };
}

export function aSign(place: Position, fields: Partial<Sign> = {}): Sign {
  return {
    kind: 'sign',
    id: newId(),
    version: 1,
    signKind: 'road-name',
    place,
    facingDegrees: 0,
    faces: ['ĐƯỜNG\nĐỀN HÀN'],
    post: 'new',
    ...newlyPlanned,
    ...fields,
  };
}

export function aCamera(place: Position, fields: Partial<Camera> = {}): Camera {
  return {
    kind: 'camera',
    id: newId(),
    version: 1,
    name: null,
    place,
    owner: 'commune',
    state: 'existing',
    facingDegrees: 90,
    horizontalFieldOfViewDegrees: 84,
    heightMeters: 6,
    horizontalPixels: 1920,
    houseId: null,
    ...unsaidOfCamera,
    ...fields,
  };
}

export function aLamp(place: Position, fields: Partial<Lamp> = {}): Lamp {
  return {
    kind: 'lamp',
    id: newId(),
    version: 1,
    place,
    owner: 'village',
    state: 'existing',
    heightMeters: 7,
    powerWatts: 70,
    ...unsaidOfLamp,
    ...fields,
  };
}

export function aLandmark(place: Position, fields: Partial<Landmark> = {}): Landmark {
  return { kind: 'landmark', id: newId(), version: 1, landmarkKind: 'temple', name: 'Đền', place, ...fields };
}

export const aWorld = (...records: readonly AnyRecord[]): World => worldOf([aVillage(), ...records]);

/** An edit as its author would make it looking at this world: the basis holds the versions of the named records. */
export function anEdit<K extends EditKind>(
  world: World,
  kind: K,
  input: InputOf<K>,
  basisIds: readonly string[] = [],
): Edit<K, InputOf<K>> {
  const basis = Object.fromEntries(basisIds.map((id) => [id, findRecord(world, id)?.version ?? 1]));
  return { id: newId(), villageId, kind, input, basis, author: authorId, at: '2026-11-23T00:00:00.000Z' };
}
