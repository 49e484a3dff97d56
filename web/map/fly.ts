/** Going to a record, a place or a box without leaving the person behind: no farther out than needed. */
import type { Map as MapLibre } from 'maplibre-gl';
import { boxAround } from '../../domain/geometry/box.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { isStill } from './still.ts';
import type { BoundingBox, Covered, Flight, FlightTarget } from '../state/view.svelte.ts';
import { positionsOf, type RecordRef } from './features/highlightFeatures.ts';

/** Close enough to read numbers, far enough to see the neighbours. */
const placeZoom = 18.6;
const closestZoom = 19;

export function boxOf(positions: readonly Position[]): BoundingBox | null {
  if (positions.length === 0) return null;
  const { west, south, east, north } = boxAround(positions);
  return [west, south, east, north];
}

/** What holds all these records; null when none of them is on the map. */
export const boxOfAll = (world: World, refs: readonly RecordRef[]): BoundingBox | null =>
  boxOf(refs.flatMap((ref) => positionsOf(world, ref)));

/** Where a target lies in this world; null when it is not on the map (any more). */
export function boxOfTarget(world: World, target: FlightTarget): BoundingBox | null {
  if ('kind' in target) return boxOf(positionsOf(world, target));
  return target.length === 2 ? [target[0], target[1], target[0], target[1]] : target;
}

export function villageBox(world: World): BoundingBox | null {
  const village = villageOf(world);
  return village ? boxOf(village.boundary.coordinates[0] ?? []) : null;
}

/** What people come for: the houses and what lies between them; the whole village while there are none. */
export function inhabitedBox(world: World): BoundingBox | null {
  const entrances = [...world.house.values()].map(({ entrance }) => entrance);
  return boxOf(entrances) ?? villageBox(world);
}

/** The middle of what is left of the map, from the middle of the whole. */
const offsetOf = ({ abovePixels, belowPixels }: Covered): [number, number] => [0, (abovePixels - belowPixels) / 2];

/** The target is shown in what is left of the map. */
export function fly(map: MapLibre, world: World, { target, zoom }: Flight, covered: Covered): void {
  const box = boxOfTarget(world, target);
  if (!box) return;
  const [west, south, east, north] = box;
  const isPlace = 'kind' in target ? target.kind !== 'road' && target.kind !== 'village' : target.length === 2;
  const duration = isStill() ? 0 : 700;
  if (isPlace) {
    map.easeTo({
      center: [(west + east) / 2, (south + north) / 2],
      zoom: zoom ?? Math.max(map.getZoom(), placeZoom),
      offset: offsetOf(covered),
      duration,
    });
  } else {
    map.fitBounds([west, south, east, north], {
      padding: paddingOf(map, covered),
      maxZoom: zoom ?? closestZoom,
      duration,
    });
  }
}

/** Pans, without zooming, only when nothing of the target is in the part of the map that is left. */
export function reveal(map: MapLibre, world: World, target: FlightTarget, covered: Covered): void {
  const box = boxOfTarget(world, target);
  const { abovePixels, belowPixels } = covered;
  if (!box || abovePixels + belowPixels === 0 || map.isMoving()) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const isSeen = (place: Position) => {
    const { x, y } = map.project([...place]);
    return x >= 0 && x <= clientWidth && y >= abovePixels && y <= clientHeight - belowPixels;
  };
  const [west, south, east, north] = box;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  if ('kind' in target ? positionsOf(world, target).some(isSeen) : isSeen(middle)) return;
  map.easeTo({ center: [...middle], offset: offsetOf(covered), duration: isStill() ? 0 : 400 });
}

export function fitVillage(map: MapLibre, world: World, covered: Covered): void {
  const box = villageBox(world);
  if (!box) return;
  const duration = isStill() ? 0 : 700;
  map.fitBounds([...box], { padding: paddingOf(map, covered), duration });
}

/** The first sight of a village: at once, without a flight. */
export function showVillage(map: MapLibre, world: World, covered: Covered): void {
  const box = inhabitedBox(world);
  if (box) map.fitBounds([...box], { padding: paddingOf(map, covered), duration: 0, maxZoom: closestZoom });
}

function paddingOf(map: MapLibre, { abovePixels, belowPixels }: Covered) {
  const { clientWidth, clientHeight } = map.getContainer();
  const side = Math.min(48, clientWidth / 12);
  const top = abovePixels + side;
  const bottom = Math.min(belowPixels + side, clientHeight - top - 80);
  return { top, left: side, right: side, bottom: Math.max(side, bottom) };
}
