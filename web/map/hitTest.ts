/** Which record a person means when pointing at the map: small things first, then houses, then roads. */
import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import type { RecordKind } from '../../domain/records/record.ts';
import { recordKinds } from '../../domain/records/record.ts';
import type { RecordRef } from './features/highlightFeatures.ts';

const orderedLayers: readonly (readonly string[])[] = [
  ['sign-posts', 'cameras', 'lamps'],
  ['landmarks', 'sign-texts'],
  ['house-numbers', 'preview-plates', 'preview-dots', 'house-mark', 'house-use', 'house-entrance'],
  ['house-fill'],
  ['candidate-fill'],
  ['road-fill', 'road-access', 'road-names', 'lane-names'],
];

/** `slackPixels`: how far beside a small thing a finger or mouse may be. */
export function recordAt(map: MapLibre, point: { x: number; y: number }, slackPixels: number): RecordRef | null {
  const box: [PointLike, PointLike] = [
    [point.x - slackPixels, point.y - slackPixels],
    [point.x + slackPixels, point.y + slackPixels],
  ];
  for (const names of orderedLayers) {
    const layers = names.filter((name) => map.getLayer(name));
    for (const where of [[point.x, point.y] as PointLike, box]) {
      const found = map.queryRenderedFeatures(where, { layers })[0];
      const ref = found && refOf(found.properties);
      if (ref) return ref;
    }
  }
  return null;
}

function refOf(properties: Record<string, unknown>): RecordRef | null {
  const { kind, id } = properties;
  if (typeof id !== 'string' || !recordKinds.includes(kind as RecordKind)) return null;
  return { kind: kind as RecordKind, id };
}
