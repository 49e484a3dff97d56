/** Where the places of a village's files are to lie, for telling the order and the grid of their numbers. */
import { boxOfPolygon, widened } from '../../geometry/box.ts';
import type { Village } from '../../records/village.ts';
import { worldOf } from '../../records/world.ts';
import type { ExpectedPlace } from '../files/coordinates.ts';
import { gridOf } from '../villageGrid.ts';

/** Files are often of the whole commune; twice as far the next zone of VN-2000 could be meant as well. Degrees. */
const roomDegrees = 0.1;

export function expectedPlaceOf(village: Village): ExpectedPlace {
  return {
    box: widened(boxOfPolygon(village.boundary), roomDegrees),
    grid: gridOf(worldOf([village])),
  };
}
