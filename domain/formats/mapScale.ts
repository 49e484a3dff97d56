/** How a map fits its paper: the whole village in view, at a scale that can be measured with a ruler. */
import { boxAround } from '../geometry/box.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';
import { villageOf, type World } from '../records/world.ts';
import type { MapWindow } from './paperMap.ts';

/** 1 : so many. */
const rounds = [
  250, 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 3500, 4000, 5000, 7500, 10_000, 15_000, 20_000,
] as const;
/** Around what must be seen, in millimetres. */
const edgeMillimeters = 12;

export interface ScaledWindow extends MapWindow {
  readonly scale: number;
}

/** Roads and doors of the village, and these places, in the middle of a paper of this size, as large as they can be. */
export function windowAround(
  world: World,
  beside: readonly Position[],
  widthMillimeters: number,
  heightMillimeters: number,
): MapWindow {
  const places: Position[] = [
    ...beside,
    ...[...world.road.values()].flatMap(({ line }) => line.coordinates),
    ...[...world.house.values()].map(({ entrance }) => entrance),
  ];
  if (places.length === 0) places.push(...(villageOf(world)?.boundary.coordinates[0] ?? [[0, 0] as Position]));
  const { west, south, east, north } = boxAround(places);
  const center: Position = [(west + east) / 2, (south + north) / 2];
  const { lngMeters, latMeters } = degreeLengths(center[1]);
  const metersPerMillimeter = Math.max(
    ((east - west) * lngMeters) / (widthMillimeters - edgeMillimeters),
    ((north - south) * latMeters) / (heightMillimeters - edgeMillimeters),
  );
  return { center, metersPerMillimeter, widthMillimeters, heightMillimeters };
}

/** Roads, doors and devices of the village, at a round scale. */
export function scaledWindow(world: World, widthMillimeters: number, heightMillimeters: number): ScaledWindow {
  const devices = [...world.camera.values(), ...world.lamp.values()].map(({ place }) => place);
  const tight = windowAround(world, devices, widthMillimeters, heightMillimeters);
  const least = 1000 * tight.metersPerMillimeter;
  // Beyond the list in whole ten thousands.
  const scale = rounds.find((round) => round >= least) ?? Math.ceil(least / 10_000) * 10_000;
  return { ...tight, metersPerMillimeter: scale / 1000, scale };
}
