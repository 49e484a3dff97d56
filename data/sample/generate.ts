/** The sample village as two edits' inputs: made up, the same every time, and blank as the 2022 plan starts. */
import type { InputOf } from '../../domain/edits/registry.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { LineString, Polygon, Position } from '../../domain/geometry/shapes.ts';
import { unsaidOfCamera } from '../../domain/records/camera.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { HouseState, HouseUse } from '../../domain/records/house.ts';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import type { Building } from './building.ts';
import { placeBuildings } from './buildings.ts';
import { middle, placeCameras, placeLamps } from './devices.ts';
import { inventPeople } from './people.ts';
import { smooth, type Point } from './plane.ts';
import { seededIds, seededRandom, type Random } from './random.ts';
import { boundaryThrough, origin, villageFields } from './village.ts';
import { layWays, type Way } from './ways.ts';

type Import = InputOf<'village.import'>;

const seed = 20220930;
/** 2022-09-30T00:00:00Z: the plan was written in September 2022. */
const firstIdMilliseconds = Date.UTC(2022, 8, 30);
const householdCount = 240;

export interface SampleVillage {
  readonly villageId: Id;
  readonly village: InputOf<'village.create'>['village'];
  readonly import: Import;
}

export function sampleVillage(): SampleVillage {
  const nextId = seededIds(firstIdMilliseconds, seed);
  const villageId = nextId();
  const random = seededRandom(seed);
  const ways = layWays();
  const roadIds = new Map(ways.map((way) => [way.key, nextId()]));
  const buildings = assignUses(placeBuildings(ways, random), random);
  const houseIds = new Map(buildings.map((building) => [building, nextId()]));
  const drawn = withoutFootprint(buildings, random);

  return {
    villageId,
    village: villageFields(polygon(smooth([...boundaryThrough, boundaryThrough[0]!], 45).slice(0, -1))),
    import: {
      source: 'Dữ liệu minh hoạ: data/sample',
      roads: ways.map((way) => roadFields(way, roadIds)),
      houses: buildings.map((building) => ({
        id: houseIds.get(building)!,
        name: building.name,
        entrance: position(building.entrance),
        footprint: drawn.has(building) ? null : polygon(building.ring),
        use: building.use,
        state: building.state,
        parcel: null,
        chosenRoadId: null,
        entranceOrigin: 'shown',
      })),
      households: households(buildings, houseIds, random, nextId),
      signs: [],
      cameras: placeCameras(ways, buildings).map((camera) => ({
        id: nextId(),
        name: camera.name,
        place: position(camera.place),
        owner: camera.owner,
        state: camera.state,
        facingDegrees: Math.round(camera.facingDegrees) % 360,
        heightMeters: camera.owner === 'household' ? 3 : 6,
        houseId: camera.building && houseIds.get(camera.building)!,
        ...unsaidOfCamera,
        ...(camera.owner === 'household' ? householdOptics : publicOptics),
        consentOn: camera.owner === 'household' ? '2022-09-20' : null,
      })),
      lamps: placeLamps(ways).map((lamp) => ({
        id: nextId(),
        place: position(lamp.place),
        owner: 'village' as const,
        state: 'existing' as const,
        heightMeters: lamp.heightMeters,
        powerWatts: lamp.powerWatts,
        ...unsaidOfLamp,
        // "Cột điện cao áp" of the plan.
        lightSource: 'sodium' as const,
      })),
      landmarks: landmarks(buildings, nextId),
    },
  };
}

/** Lenses of 4 mm and 2.8 mm, and what such cameras usually see by night (RULES §7). */
const publicOptics = {
  ...{ horizontalFieldOfViewDegrees: 84, horizontalPixels: 2560, verticalPixels: 1440, nightRangeMeters: 30 },
};
const householdOptics = {
  ...{ horizontalFieldOfViewDegrees: 107, horizontalPixels: 1920, verticalPixels: 1080, nightRangeMeters: 20 },
};

const frame = localFrame([...origin]);
const position = (point: Point): Position => roundPosition(frame.toDegrees(point));
const lineString = (line: readonly Point[]): LineString => ({ type: 'LineString', coordinates: line.map(position) });
const polygon = (ring: readonly Point[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...ring, ring[0]!].map(position)],
});

function roadFields(way: Way, roadIds: ReadonlyMap<string, Id>): Import['roads'][number] {
  return {
    id: roadIds.get(way.key)!,
    class: way.class,
    name: null,
    numberName: null,
    parentRoadId: way.parent === null ? null : roadIds.get(way.parent)!,
    line: lineString(way.line),
    directionReason: null,
    widthMeters: way.widthMeters,
    madeFor: 'vehicles',
    state: 'existing',
    decisionId: null,
  };
}

/** A few shops on the trunk road, three empty houses, two being built. */
function assignUses(buildings: readonly Building[], random: Random): readonly Building[] {
  const ordinary = random.shuffled(buildings.filter((building) => building.special === null));
  const shops = ordinary.filter((building) => building.wayKey === 'trunk').slice(0, 4);
  const others = ordinary.filter((building) => !shops.includes(building));
  const use = new Map<Building, HouseUse>(shops.map((building) => [building, 'business']));
  const state = new Map<Building, HouseState>();
  for (const building of others.slice(0, 3)) state.set(building, 'vacant');
  for (const building of others.slice(3, 5)) state.set(building, 'building');
  return buildings.map((building) => ({
    ...building,
    use: use.get(building) ?? building.use,
    state: state.get(building) ?? building.state,
  }));
}

/** Eight houses whose walls nobody has drawn yet: only their entrance is known. */
function withoutFootprint(buildings: readonly Building[], random: Random): ReadonlySet<Building> {
  const ordinary = buildings.filter((building) => building.special === null && building.use === 'residential');
  return new Set(random.shuffled(ordinary).slice(0, 8));
}

/** One household in each lived-in house, a second one in some until there are 240, in the order of the houses. */
function households(
  buildings: readonly Building[],
  houseIds: ReadonlyMap<Building, Id>,
  random: Random,
  nextId: () => Id,
): Import['households'] {
  const livedIn = buildings.filter(
    ({ use, state }) => state === 'standing' && (use === 'residential' || use === 'business'),
  );
  const second = new Set(random.shuffled(livedIn).slice(0, householdCount - livedIn.length));
  const homes = livedIn.flatMap((building) => (second.has(building) ? [building, building] : [building]));
  const people = inventPeople(homes.length, random);
  return homes.map((building, index) => ({
    id: nextId(),
    houseId: houseIds.get(building)!,
    ordinal: index + 1,
    headName: people[index]!.headName,
    phone: people[index]!.phone,
    surveyAnswers: {},
  }));
}

function landmarks(buildings: readonly Building[], nextId: () => Id): Import['landmarks'] {
  const at = (name: string): Point => middle(buildings.find((building) => building.name === name)!.ring);
  return [
    { id: nextId(), landmarkKind: 'temple', name: 'Đền Hàn', place: position(at('Đền Hàn')) },
    { id: nextId(), landmarkKind: 'cultural-house', name: 'Nhà văn hoá thôn', place: position(at('Nhà văn hoá thôn')) },
    {
      id: nextId(),
      landmarkKind: 'school',
      name: 'Trường mầm non (minh hoạ)',
      place: position(at('Trường mầm non (minh hoạ)')),
    },
    { id: nextId(), landmarkKind: 'junction', name: 'Ngã ba', place: position([0, 0]) },
    { id: nextId(), landmarkKind: 'gate', name: 'Cổng làng', place: position([-300, -121]) },
  ];
}
