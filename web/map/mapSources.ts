/** The sources of one map: only what differs from what a source holds is drawn again. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { difference, isSameDrawing, keyed, type Keyed } from './features/difference.ts';
import { noFeatures, type MapFeatures } from './features/feature.ts';
import type { SourceId } from './sources.ts';

interface Held {
  readonly features: MapFeatures;
  /** Null where features cannot be told apart. */
  readonly byId: Keyed | null;
}

/** Every source begins empty. */
const nothing: Held = { features: noFeatures, byId: null };

export function mapSources(map: () => MapLibre | null): (id: SourceId, features: MapFeatures) => void {
  const held = new Map<SourceId, Held>();
  return (id, features) => {
    const source = map()?.getSource<GeoJSONSource>(id);
    if (!source) return;
    const before = held.get(id) ?? nothing;
    const byId = keyed(features);
    if (!(before.byId && byId) && isSameDrawing(before.features, features)) return;
    held.set(id, { features, byId });
    const change = before.byId && byId ? difference(before.byId, byId) : null;
    const count = change ? change.add.length + change.remove.length : Infinity;
    // Where most of it is new the whole is sent.
    if (!change || count > features.features.length / 2) {
      void source.setData(features as unknown as GeoJSON.GeoJSON);
    } else if (count > 0) {
      void source.updateData({ remove: [...change.remove], add: change.add as unknown as GeoJSON.Feature[] });
    }
  };
}
