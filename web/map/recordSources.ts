/** The sources of records on one map: only what differs from what a source holds is drawn again. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { difference, keyed, type Keyed } from './features/difference.ts';
import type { MapFeatures } from './features/feature.ts';
import type { SourceId } from './sources.ts';

export function recordSources(map: () => MapLibre | null): (id: SourceId, features: MapFeatures) => void {
  const held = new Map<SourceId, Keyed>();
  return (id, features) => {
    const source = map()?.getSource<GeoJSONSource>(id);
    if (!source) return;
    const before = held.get(id);
    const after = keyed(features);
    if (after) held.set(id, after);
    const change = before && after ? difference(before, after) : null;
    const count = change ? change.add.length + change.remove.length : Infinity;
    // Where most of it is new the whole is sent.
    if (!change || count > features.features.length / 2) {
      void source.setData(features as unknown as GeoJSON.GeoJSON);
    } else if (count > 0) {
      void source.updateData({ remove: [...change.remove], add: change.add as unknown as GeoJSON.Feature[] });
    }
  };
}
