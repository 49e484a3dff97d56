/** A map for paper, drawn from the village's own roads, houses and landmarks: marks in millimetres, north at the top. */
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import { localFrame } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { around, isFree, labelPlace, letterWidth, meets, namePlace, type Spot } from './mapLabels.ts';

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
  /** A landmark; `half` of how wide it is. */
  | { readonly kind: 'landmark'; readonly at: PaperPoint; readonly color: string; readonly half: number }
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

export const mapColors = {
  house: '#ddd6c6',
  casing: '#a49c8a',
  road: '#ffffff',
  name: '#4d483e',
  landmark: '#8a5a00',
} as const;
/** How names are written: how many times as large as usual, and the colour of landmarks and theirs. */
export interface NamesLook {
  readonly enlarged: number;
  readonly landmark: string;
}

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
 * taken spots and are added to them: those of landmarks, which are never left out, before those of roads.
 */
export function mapMarks(
  world: World,
  view: MapWindow,
  taken: Spot[] = [],
  look: NamesLook = { enlarged: 1, landmark: mapColors.landmark },
): readonly MapMark[] {
  const toPaper = onPaper(view);
  const isNear = near(view);
  const roads = [...world.road.values()].flatMap((road) => {
    const points = road.line.coordinates.map(toPaper);
    return points.some(isNear) || crosses(points, view) ? [{ road, points }] : [];
  });
  const houses = [...world.house.values()].filter(
    ({ state, entrance }) => state !== 'demolished' && isNear(toPaper(entrance)),
  );
  const symbols = [...taken];
  const width = ({ widthMeters }: Road) => Math.max(0.6, (widthMeters ?? 3) / view.metersPerMillimeter);
  return [
    ...houses.map(({ footprint, entrance }): MapMark => {
      if (!footprint) return { kind: 'dot', at: toPaper(entrance), color: mapColors.house, radius: 0.7 };
      return { kind: 'area', points: footprint.coordinates[0]!.map(toPaper), color: mapColors.house };
    }),
    ...roads.map(({ road, points }): MapMark => {
      return { kind: 'line', points, color: mapColors.casing, width: width(road) + 0.4 };
    }),
    ...roads.map(({ road, points }): MapMark => ({ kind: 'line', points, color: mapColors.road, width: width(road) })),
    ...landmarks(world, view, taken, look),
    ...roadNames(world, roads, view, taken, look),
    ...(view.metersPerMillimeter <= numberMeters ? houseNumbers(world, view, symbols) : []),
  ];
}

/** The widest roads first, so that their names find room. */
function roadNames(
  world: World,
  roads: readonly { readonly road: Road; readonly points: readonly PaperPoint[] }[],
  view: MapWindow,
  taken: Spot[],
  { enlarged }: NamesLook,
): readonly MapMark[] {
  const sizeMillimeters = 2.6 * enlarged;
  const named = roads.filter(({ road }) => isNamed(road));
  return named
    .toSorted((a, b) => (b.road.widthMeters ?? 0) - (a.road.widthMeters ?? 0))
    .flatMap(({ road, points }): readonly MapMark[] => {
      const text = roadLabel(world, road);
      const found = labelPlace(points, text, sizeMillimeters, view, taken);
      return found ? [{ kind: 'label', ...found, text, sizeMillimeters, color: mapColors.name }] : [];
    });
}

const landmarkHalf = 1;

function landmarks(
  world: World,
  view: MapWindow,
  taken: Spot[],
  { enlarged, landmark: color }: NamesLook,
): readonly MapMark[] {
  const toPaper = onPaper(view);
  const shown = [...world.landmark.values()]
    .map(({ name, place }) => ({ name, at: toPaper(place) }))
    .filter(({ at }) => near(view)(at));
  const inView = shown.filter(
    ({ at: [x, y] }) => x > 0 && y > 0 && x < view.widthMillimeters && y < view.heightMillimeters,
  );
  const half = landmarkHalf * enlarged;
  for (const { at } of inView) taken.push(around(at, 2 * half));
  const sizeMillimeters = 2.4 * enlarged;
  const names = inView.flatMap(({ name, at: point }): readonly MapMark[] => {
    const [width, height] = [name.length * sizeMillimeters * letterWidth, sizeMillimeters * 1.25];
    const { at, needsLine } = namePlace(point, half, width, height, view, taken);
    const label: MapMark = { kind: 'label', at, text: name, sizeMillimeters, color, turnDegrees: 0 };
    if (!needsLine) return [label];
    const edge = nearestWithin(point, at, width, height);
    return [{ kind: 'line', points: [point, edge], color, width: 0.2 }, label];
  });
  return [...shown.map(({ at }): MapMark => ({ kind: 'landmark', at, color, half })), ...names];
}

/** Of a box around a middle. */
const nearestWithin = (
  [x, y]: PaperPoint,
  [middleX, middleY]: PaperPoint,
  width: number,
  height: number,
): PaperPoint => [
  Math.min(middleX + width / 2, Math.max(middleX - width / 2, x)),
  Math.min(middleY + height / 2, Math.max(middleY - height / 2, y)),
];

/** Where a symbol stands the number would not be read. */
function houseNumbers(world: World, view: MapWindow, symbols: readonly Spot[]): readonly MapMark[] {
  const toPaper = onPaper(view);
  return [...currentAddresses(world).values()].flatMap(({ entrance, number }): readonly MapMark[] => {
    const at = toPaper(entrance);
    if (!near(view)(at) || !isFree(around(at, number.length * 1.1, 2), symbols)) return [];
    return [{ kind: 'label', at, text: number, sizeMillimeters: 2, color: mapColors.name, turnDegrees: 0 }];
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
