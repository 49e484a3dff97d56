/** The records that are selected and the one under the pointer, as shapes to be outlined. */
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { AnyRecord, RecordKind } from '../../../domain/records/record.ts';
import type { World } from '../../../domain/records/world.ts';
import { collection, feature, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { metersPerPixel } from '../scale.ts';
import { widthZoom } from './roadFeatures.ts';

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: Id;
}

/** A record another one stands for on the map: an address, household, code or platform's answer is shown at its house. */
export function shownRecord(world: World, ref: RecordRef): AnyRecord | undefined {
  const found = world[ref.kind].get(ref.id);
  if (found?.kind === 'address' || found?.kind === 'externalCode' || found?.kind === 'platformAnswer')
    return world.house.get(found.houseId);
  if (found?.kind === 'household') return found.houseId === null ? undefined : world.house.get(found.houseId);
  return found;
}

/** All positions of a record on the map, for flying to it. */
export function positionsOf(world: World, ref: RecordRef): readonly Position[] {
  const shown = shownRecord(world, ref);
  switch (shown?.kind) {
    case 'village':
      return shown.boundary.coordinates[0] ?? [];
    case 'road':
      return shown.line.coordinates;
    case 'candidate':
      return shown.footprint.coordinates[0] ?? [];
    case 'house':
      return [shown.entrance, ...(shown.footprint?.coordinates[0] ?? [])];
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return [shown.place];
    default:
      return [];
  }
}

function shapesOf(shown: AnyRecord, role: string): MapFeature[] {
  switch (shown.kind) {
    case 'road': {
      const latitude = shown.line.coordinates[0]?.[1] ?? 0;
      const widthPixels = shown.widthMeters / metersPerPixel(latitude, widthZoom);
      return [feature(shown.line, { role, shape: 'line', widthPixels })];
    }
    case 'candidate':
      return [feature(shown.footprint, { role, shape: 'area' })];
    case 'house':
      return shown.footprint
        ? [feature(shown.footprint, { role, shape: 'area' }), pointFeature(shown.entrance, { role, shape: 'dot' })]
        : [pointFeature(shown.entrance, { role, shape: 'ring' })];
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return [pointFeature(shown.place, { role, shape: 'ring' })];
    default:
      return [];
  }
}

export function highlightFeatures(
  world: World,
  selected: readonly RecordRef[],
  hovered: RecordRef | null,
): MapFeatures {
  const features: MapFeature[] = [];
  const isSelected = hovered !== null && selected.some(({ id }) => id === hovered.id);
  const hoveredRecord = hovered && !isSelected ? shownRecord(world, hovered) : undefined;
  if (hoveredRecord) features.push(...shapesOf(hoveredRecord, 'hover'));
  for (const ref of selected) {
    const record = shownRecord(world, ref);
    // Of many the entrances would hide the houses; the last one chosen shows its own.
    const shapes = record ? shapesOf(record, 'selected') : [];
    features.push(...shapes.filter(({ properties }) => properties['shape'] !== 'dot' || ref === selected.at(-1)));
  }
  return collection(features);
}
