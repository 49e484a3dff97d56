/** What the properties of a line in a file say of a way: its name, class and width (OpenStreetMap's keys, or our own). */
import { isLaneKind, splitKind } from '../addressing/naming/wayKinds.ts';
import type { LaneWord } from '../addressing/roadClass.ts';
import { normalizeText } from '../addressing/roadName.ts';
import type { MadeFor, RoadClass } from '../records/road.ts';
import { textOf, type Feature } from './features.ts';

/** Drawn like ways but no one lives at them, or not there yet. */
const notWays = new Set(
  'platform bus_stop construction proposed planned abandoned razed disused corridor elevator raceway rest_area'.split(
    ' ',
  ),
);

/** Without a name of their own these only lead somewhere: never a road of address. */
const leadingOnly = new Set('service track path footway cycleway bridleway steps pedestrian'.split(' '));

const classes: readonly RoadClass[] = ['road', 'lane', 'alley', 'branch', 'access'];

export const isWay = (feature: Feature): boolean => !notWays.has(textOf(feature, 'highway') ?? '');

export function nameOf(feature: Feature): string | null {
  const name = textOf(feature, 'name') ?? textOf(feature, 'name:vi') ?? textOf(feature, 'ten');
  return name === null ? null : normalizeText(name) || null;
}

/** `class` if given; else by the class word the name begins with; a nameless path or driveway is an access. */
export function classOf(feature: Feature, name: string | null): RoadClass {
  const given = classes.find((one) => one === feature.properties['class']);
  if (given) return given;
  const { kind, rest } = splitKind(name ?? '');
  if (isLaneKind(kind)) return classOfLane(kind, rest);
  const highway = textOf(feature, 'highway') ?? '';
  if (name !== null || !leadingOnly.has(highway)) return 'road';
  return textOf(feature, 'service') === 'alley' ? 'lane' : 'access';
}

/** Hẻm and kiệt are said of every depth in the south and centre: each "/" in the number is a level down. */
function classOfLane(word: LaneWord, name: string): RoadClass {
  if (word === 'ngõ') return 'lane';
  if (word === 'ngách') return 'alley';
  const [number = ''] = /\d[\dA-ZĐ/-]*/iu.exec(name) ?? [];
  return (['lane', 'alley', 'branch'] as const)[Math.min(2, number.split('/').length - 1)]!;
}

const widthByHighway: Readonly<Record<string, number>> = {
  motorway: 20,
  trunk: 14,
  primary: 10,
  secondary: 7,
  tertiary: 6,
  unclassified: 4.5,
  residential: 4.5,
  living_street: 4,
  service: 3.5,
  track: 3,
};
const widthByClass: { readonly [C in RoadClass]: number } = { road: 5, lane: 2.5, alley: 2, branch: 1.5, access: 1.5 };

export function widthMetersOf(feature: Feature, cls: RoadClass): number {
  const given = feature.properties['widthMeters'] ?? feature.properties['width'];
  const meters = typeof given === 'string' ? Number.parseFloat(given.replace(',', '.')) : given;
  if (typeof meters === 'number' && meters >= 0.5 && meters <= 100) return Math.round(meters * 100) / 100;
  const highway = textOf(feature, 'highway') ?? '';
  return cls === 'road' ? (widthByHighway[highway] ?? widthByClass.road) : widthByClass[cls];
}

const forFeet = new Set('path footway cycleway bridleway steps pedestrian'.split(' '));

export function madeForOf(feature: Feature): MadeFor {
  const highway = textOf(feature, 'highway') ?? '';
  return forFeet.has(highway) ? 'feet' : highway === 'track' ? 'fields' : 'vehicles';
}

/** `oneSided`: houses stand on one side only. */
export const isOneSided = (feature: Feature): boolean =>
  ['true', 'yes', '1'].includes(String(feature.properties['oneSided']));
