/** Records as the engine sees them: what a way is made for, whether somebody has said where the door of a house is. */
import type { House } from '../../records/house.ts';
import type { MadeFor, Road } from '../../records/road.ts';
import type { SiteBuilding } from './buildings.ts';
import type { SiteWay, Surface } from './site.ts';

export const surfaceFor: { readonly [M in MadeFor]: Surface } = { vehicles: 'street', fields: 'track', feet: 'foot' };

/** `index`: the number of the road in its site; -1 where no address can be on it. */
export const siteWayOf = ({ line, widthMeters, madeFor }: Road, index: number): SiteWay => ({
  coordinates: line.coordinates,
  widthMeters,
  road: index,
  surface: surfaceFor[madeFor],
});

/** A demolished house no longer stands in the way. An assumed door of an outline says nothing: the outline does. */
export function siteBuildingOf({ state, footprint, entrance, entranceOrigin }: House): SiteBuilding {
  const isDoor = entranceOrigin === 'shown';
  const ring = state === 'demolished' ? null : (footprint?.coordinates[0] ?? null);
  return { ring, point: ring && !isDoor ? null : entrance, isDoor };
}
