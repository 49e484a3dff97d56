/** A map for paper, drawn from the village's own roads, houses and landmarks: marks in millimetres, north at the top. */
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import { localFrame } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { labelPlace, meets, type Spot } from './mapLabels.ts';

export interface MapWindow {
  readonly center: Position;
  readonly metersPerMillimeter: number;
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
}

/** From the top left corner of the map, y downwards. */
export type PaperPoint = readonly [x: number, y: number];

export type MapMark =
  | { readonly kind: 'area'; readonly points: readonly PaperPoint[]; readonly color: string }
  | { readonly kind: 'line'; readonly points: readonly PaperPoint[]; readonly color: string; readonly width: number }
  | { readonly kind: 'dot'; readonly at: PaperPoint; readonly color: string; readonly radius: number }
  | {
      readonly kind: 'label';
      readonly at: PaperPoint;
      readonly text: string;
      /** Of capitals and marks together. */
      readonly sizeMillimeters: number;
      readonly color: string;
      /** Clockwise from level. */
      readonly turnDegrees: number;
    };

const colors = { house: '#ddd6c6', casing: '#a49c8a', road: '#ffffff', name: '#4d483e', landmark: '#8a5a00' } as const;
/** Numbers of houses are shown where a millimetre is no more than so many metres. */
const numberMeters = 1.3;

export function onPaper({ center, metersPerMillimeter, widthMillimeters, heightMillimeters }: MapWindow) {
  const frame = localFrame(center);
  return (position: Position): PaperPoint => {
    const [x, y] = frame.toMeters(position);
    return [widthMillimeters / 2 + x / metersPerMillimeter, heightMillimeters / 2 - y / metersPerMillimeter];
  };
}

/**
 * What lies in the view, in the order to draw it; it may reach beyond its edge. Names keep clear of the
 * taken spots and are added to them.
 */
export function mapMarks(world: World, view: MapWindow, taken: Spot[] = []): readonly MapMark[] {
  const toPaper = onPaper(view);
  const isNear = near(view);
  const roads = [...world.road.values()].flatMap((road) => {
    const points = road.line.coordinates.map(toPaper);
    return points.some(isNear) || crosses(points, view) ? [{ road, points }] : [];
  });
  const houses = [...world.house.values()].filter(
    ({ state, entrance }) => state !== 'demolished' && isNear(toPaper(entrance)),
  );
  const width = ({ widthMeters }: Road) => Math.max(0.6, (widthMeters ?? 3) / view.metersPerMillimeter);
  return [
    ...houses.map(({ footprint, entrance }): MapMark => {
      if (!footprint) return { kind: 'dot', at: toPaper(entrance), color: colors.house, radius: 0.7 };
      return { kind: 'area', points: footprint.coordinates[0]!.map(toPaper), color: colors.house };
    }),
    ...roads.map(({ road, points }): MapMark => {
      return { kind: 'line', points, color: colors.casing, width: width(road) + 0.4 };
    }),
    ...roads.map(({ road, points }): MapMark => ({ kind: 'line', points, color: colors.road, width: width(road) })),
    ...roadNames(world, roads, view, taken),
    ...landmarks(world, view, taken),
    ...(view.metersPerMillimeter <= numberMeters ? houseNumbers(world, view) : []),
  ];
}

/** The widest roads first, so that their names find room. */
function roadNames(
  world: World,
  roads: readonly { readonly road: Road; readonly points: readonly PaperPoint[] }[],
  view: MapWindow,
  taken: Spot[],
): readonly MapMark[] {
  const sizeMillimeters = 2.6;
  const named = roads.filter(({ road }) => isNamed(road));
  return named
    .toSorted((a, b) => (b.road.widthMeters ?? 0) - (a.road.widthMeters ?? 0))
    .flatMap(({ road, points }): readonly MapMark[] => {
      const text = roadLabel(world, road);
      const found = labelPlace(points, text, sizeMillimeters, view, taken);
      return found ? [{ kind: 'label', ...found, text, sizeMillimeters, color: colors.name }] : [];
    });
}

function landmarks(world: World, view: MapWindow, taken: Spot[]): readonly MapMark[] {
  const toPaper = onPaper(view);
  return [...world.landmark.values()].flatMap(({ name, place }): readonly MapMark[] => {
    const [x, y] = toPaper(place);
    if (!near(view)([x, y])) return [];
    const dot: MapMark = { kind: 'dot', at: [x, y], color: colors.landmark, radius: 1 };
    const half = name.length * 0.65;
    const spot: Spot = { left: x - half, right: x + half, top: y + 0.8, bottom: y + 3.8 };
    const isInside = spot.left > 0 && spot.right < view.widthMillimeters && spot.bottom < view.heightMillimeters;
    if (!isInside || taken.some((other) => meets(other, spot))) return [dot];
    taken.push(spot);
    return [
      dot,
      { kind: 'label', at: [x, y + 2.4], text: name, sizeMillimeters: 2.4, color: colors.landmark, turnDegrees: 0 },
    ];
  });
}

function houseNumbers(world: World, view: MapWindow): readonly MapMark[] {
  const toPaper = onPaper(view);
  return [...currentAddresses(world).values()].flatMap(({ entrance, number }): readonly MapMark[] => {
    const at = toPaper(entrance);
    if (!near(view)(at)) return [];
    return [{ kind: 'label', at, text: number, sizeMillimeters: 2, color: colors.name, turnDegrees: 0 }];
  });
}

const near =
  ({ widthMillimeters, heightMillimeters }: MapWindow) =>
  ([x, y]: PaperPoint): boolean =>
    x > -20 && y > -20 && x < widthMillimeters + 20 && y < heightMillimeters + 20;

/** Whether the box of a line meets the view: long straights may have no vertex near it. */
function crosses(points: readonly PaperPoint[], { widthMillimeters, heightMillimeters }: MapWindow): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return meets(box, { left: 0, right: widthMillimeters, top: 0, bottom: heightMillimeters });
}
