/** The sources of one map: only what differs from what a source holds is drawn again. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { apart, difference, isSameDrawing, keyed, type Difference } from './features/difference.ts';
import { noFeatures, type MapFeatures } from './features/feature.ts';
import type { SourceId } from './sources.ts';

interface Held {
  readonly features: MapFeatures;
  /** Of its features; null where they cannot be told apart. */
  readonly ids: Set<string> | null;
}

/** Returns what shows a source's features; `onEmptied` is told where a source comes to hold something, or nothing. */
export function mapSources(
  map: () => MapLibre | null,
  onEmptied: (id: SourceId, isEmpty: boolean) => void,
): (id: SourceId, features: MapFeatures) => void {
  const held = new Map<SourceId, Held>();
  return (id, features) => {
    const source = map()?.getSource<GeoJSONSource>(id);
    if (!source) return;
    // Every source begins empty.
    const before = held.get(id) ?? { features: noFeatures, ids: new Set() };
    const change = follow(before, features);
    if (!change && isSameDrawing(before.features, features)) return;
    held.set(id, { features, ids: change ? before.ids : idsOf(features) });
    const isEmpty = features.features.length === 0;
    if (isEmpty !== (before.features.features.length === 0)) onEmptied(id, isEmpty);
    const count = change ? change.add.length + change.remove.length : Infinity;
    // Where most of it is new the whole is sent.
    if (!change || count > features.features.length / 2) {
      void source.setData(features as unknown as GeoJSON.GeoJSON);
    } else if (count > 0) {
      void source.updateData({ remove: [...change.remove], add: change.add as unknown as GeoJSON.Feature[] });
    }
  };
}

const idsOf = ({ features }: MapFeatures): Set<string> | null => {
  const byId = keyed(features);
  return byId && new Set(byId.keys());
};

/** What differs now, and the ids follow; null where features cannot be told apart. */
function follow({ features, ids }: Held, now: MapFeatures): Difference | null {
  if (!ids) return null;
  const left = apart(features.features, now.features);
  const [before, after] = [keyed(left.before), keyed(left.after)];
  if (!before || !after) return null;
  const change = difference(before, after);
  for (const id of change.remove) ids.delete(id);
  for (const id of after.keys()) ids.add(id);
  return ids.size === now.features.length ? change : null;
}
