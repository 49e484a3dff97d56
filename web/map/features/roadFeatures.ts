/** Roads with what the style needs: class, real width, label, and whether a name is still to be given. */
import { isNamed, roadLabel } from '../../../domain/addressing/roadName.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { World } from '../../../domain/records/world.ts';
import { metersPerPixel } from '../scale.ts';
import { collection, feature, type MapFeature, type MapFeatures } from './feature.ts';

/** A way that people live along and that has neither a name nor a number yet. */
export const isToBeNamed = (road: Road): boolean =>
  road.class !== 'access' && road.state !== 'closed' && !isNamed(road);

/** Zoom at which `widthPixels` is true; the style halves or doubles it from there. */
export const widthZoom = 20;

/** A road that is the same object looks the same but for its label, which its parents' names are part of. */
const made = new WeakMap<Road, { readonly label: string; readonly feature: MapFeature }>();

export const roadFeatures = (world: World): MapFeatures =>
  collection(
    [...world.road.values()].map((road) => {
      const label = isNamed(road) ? roadLabel(world, road) : '';
      let known = made.get(road);
      if (known?.label !== label) made.set(road, (known = { label, feature: featureOf(road, label) }));
      return known.feature;
    }),
  );

const featureOf = (road: Road, label: string): MapFeature =>
  feature(road.line, {
    id: road.id,
    kind: 'road',
    class: road.class,
    state: road.state,
    todo: isToBeNamed(road),
    label,
    widthPixels: road.widthMeters / metersPerPixel(road.line.coordinates[0]?.[1] ?? 0, widthZoom),
  });
