/** The lamps and cameras of the sample: on roadside poles, and on a dozen houses along the trunk road. */
import type { DeviceOwner, DeviceState } from '../../domain/records/camera.ts';
import type { Building } from './building.ts';
import { add, at, bearing, footOn, leftOf, lengthOf, scale, subtract, type Point } from './plane.ts';
import type { Way } from './ways.ts';

export interface LampPlan {
  readonly place: Point;
  readonly heightMeters: number;
  readonly powerWatts: number;
}

export interface CameraPlan {
  readonly name: string | null;
  readonly place: Point;
  readonly owner: DeviceOwner;
  readonly state: DeviceState;
  readonly facingDegrees: number;
  /** The house it hangs on. */
  readonly building: Building | null;
}

/** Stretches with lamps, as metres along the way and poles on them: 45 in all, as the plan counts. */
const litStretches: readonly (readonly [wayKey: string, fromMeters: number, toMeters: number, poles: number])[] = [
  ['trunk', 225, 850, 18],
  ['north', 215, 480, 8],
  ['south', 25, 390, 9],
  ['west', 30, 300, 6],
  ['east', 45, 215, 4],
];

export function placeLamps(ways: readonly Way[]): readonly LampPlan[] {
  return litStretches.flatMap(([wayKey, from, to, poles]) => {
    const way = ways.find((one) => one.key === wayKey)!;
    const spacing = (to - from) / (poles - 1);
    return Array.from({ length: poles }, (_, index) => ({
      place: pole(ways, way, from + index * spacing),
      heightMeters: way.class === 'road' && way.widthMeters >= 6 ? 8 : 7,
      powerWatts: way.widthMeters >= 6 ? 100 : 70,
    }));
  });
}

/** Beside the way on its left, moved along it until it stands in no other way. */
function pole(ways: readonly Way[], way: Way, measure: number): Point {
  for (const shift of [0, 3, -3, 6, -6, 9, -9]) {
    const { point, direction } = at(way.line, Math.min(lengthOf(way.line), measure + shift));
    const place = add(point, scale(leftOf(direction), way.widthMeters / 2 + 0.6));
    if (ways.every((other) => footOn(other.line, place).distance > other.widthMeters / 2 + 0.4)) return place;
  }
  throw new Error(`no room for a pole on ${way.key} at ${measure}`);
}

export function placeCameras(ways: readonly Way[], buildings: readonly Building[]): readonly CameraPlan[] {
  const wayOf = (key: string) => ways.find((way) => way.key === key)!;
  const on = (wayKey: string, near: Point): number => footOn(wayOf(wayKey).line, near).measure;
  const onPole = (
    name: string,
    owner: DeviceOwner,
    state: DeviceState,
    wayKey: string,
    measure: number,
    look: Point,
  ): CameraPlan => {
    const place = pole(ways, wayOf(wayKey), measure);
    return { name, place, owner, state, facingDegrees: bearing(subtract(look, place)), building: null };
  };
  const named = (name: string) => buildings.find((building) => building.name === name)!;
  const temple = named('Đền Hàn');
  const hall = named('Nhà văn hoá thôn');

  return [
    onPole('Camera đền Hàn', 'commune', 'existing', 'trunk', on('trunk', temple.entrance) - 14, temple.entrance),
    onPole('Camera ngã ba', 'commune', 'existing', 'trunk', on('trunk', [0, 0]) + 16, [0, 0]),
    onPole('Camera dự kiến: đầu thôn phía đông', 'commune', 'planned', 'trunk', on('trunk', [262, 38]), [180, 8]),
    onPole('Camera dự kiến: đường phía bắc', 'commune', 'planned', 'north', on('north', [20, 240]), [24, 180]),
    onPole('Camera dự kiến: đường phía nam', 'commune', 'planned', 'south', on('south', [-2, -144]), [50, -130]),
    {
      name: 'Camera nhà văn hoá thôn',
      place: add(hall.entrance, scale(subtract(middle(hall.ring), hall.entrance), 0.4)),
      owner: 'village',
      state: 'planned',
      facingDegrees: bearing(subtract(hall.entrance, middle(hall.ring))),
      building: hall,
    },
    ...householdCameras(wayOf('trunk'), buildings),
  ];
}

/** A dozen, spread over the houses that front the trunk road. */
function householdCameras(trunk: Way, buildings: readonly Building[]): readonly CameraPlan[] {
  const measureOf = (building: Building) => footOn(trunk.line, building.entrance).measure;
  const fronting = buildings
    .filter(
      (one) => one.wayKey === 'trunk' && one.use !== 'worship' && one.special !== 'behind' && one.state === 'standing',
    )
    .sort((a, b) => measureOf(a) - measureOf(b));
  const first = measureOf(fronting[0]!);
  const step = (measureOf(fronting.at(-1)!) - first) / 11;
  const taken = new Set<Building>();
  return Array.from({ length: 12 }, (_, index) => {
    const off = (one: Building) => Math.abs(measureOf(one) - first - index * step);
    const [building] = fronting.filter((one) => !taken.has(one)).sort((a, b) => off(a) - off(b)) as [Building];
    taken.add(building);
    const [left, right] = frontCorners(building, trunk);
    const place = index % 2 === 0 ? left : right;
    const across = subtract(footOn(trunk.line, place).point, place);
    const along = subtract(index % 2 === 0 ? right : left, place);
    return {
      name: null,
      place,
      owner: 'household' as const,
      state: 'existing' as const,
      facingDegrees: bearing(add(scale(across, 1 / Math.hypot(...across)), scale(along, 0.8 / Math.hypot(...along)))),
      building,
    };
  });
}

/** The two corners nearest to the way. */
function frontCorners(building: Building, way: Way): readonly [Point, Point] {
  const near = [...building.ring].sort((a, b) => footOn(way.line, a).distance - footOn(way.line, b).distance);
  return [near[0]!, near[1]!];
}

export const middle = (ring: readonly Point[]): Point =>
  scale(
    ring.reduce((sum, point) => add(sum, point), [0, 0] as Point),
    1 / ring.length,
  );
