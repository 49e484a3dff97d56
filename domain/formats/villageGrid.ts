/** Places of a village as papers of the cadastre have them. */
import { cadastralGridOf, toGrid, type Grid } from '../geometry/vn2000.ts';
import type { Position } from '../geometry/shapes.ts';
import { villageOf, type World } from '../records/world.ts';

/** That of the cadastre there; null where the province's is not known. */
export function gridOf(world: World): Grid | null {
  const province = villageOf(world)?.currentUnits.find(({ level }) => level === 'province');
  return province ? cadastralGridOf(province.code) : null;
}

/** In metres, to the centimetre, as places are stored. X is the northing, as in cadastral papers. */
export interface GridCells {
  readonly vn2000North: number;
  readonly vn2000East: number;
}

export function gridCells(grid: Grid | null, place: Position): GridCells | null {
  if (!grid) return null;
  const { northMeters, eastMeters } = toGrid(grid, place);
  return { vn2000North: toCentimeters(northMeters), vn2000East: toCentimeters(eastMeters) };
}

const toCentimeters = (meters: number): number => Math.round(meters * 100) / 100;
