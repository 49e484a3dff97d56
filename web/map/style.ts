/** The map's style as a pure function of the theme: which layers exist, in which order, and which switch each obeys. */
import type {
  FontFacesSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { LayerId } from '../state/layerId.ts';
import { boundaryLayers } from './layers/boundary.ts';
import { candidateLayers } from './layers/candidates.ts';
import { cameraLayers } from './layers/cameras.ts';
import { checkLayers } from './layers/checks.ts';
import { comparisonLayers } from './layers/comparison.ts';
import { coverageLayers } from './layers/coverage.ts';
import { fishboneLayers } from './layers/fishbone.ts';
import { groundLayers } from './layers/ground.ts';
import { hereLayers } from './layers/here.ts';
import { highlightLayers, roadHighlightLayers } from './layers/highlight.ts';
import { houseNumberLayers } from './layers/houseNumbers.ts';
import { houseLayers, houseMarkLayers } from './layers/houses.ts';
import { lampGlowLayers, lampLayers } from './layers/lamps.ts';
import { incomingLayers } from './layers/incoming.ts';
import { landmarkLayers } from './layers/landmarks.ts';
import { nextDeviceLayers } from './layers/nextDevices.ts';
import { previewLayers } from './layers/preview.ts';
import { releaseLayers } from './layers/releases.ts';
import { roadNameLayers } from './layers/roadNames.ts';
import { roadLayers } from './layers/roads.ts';
import { signPlanLayers } from './layers/signPlan.ts';
import { signPostLayers, signTextLayers } from './layers/signs.ts';
import { toolLayers, toolShapeLayers } from './layers/tool.ts';
import { sourceIds } from './sources.ts';
import type { Theme } from './theme.ts';

interface LayerGroup {
  /** The switch in the legend; null for what is always shown. */
  readonly layer: LayerId | null;
  readonly layers: readonly LayerSpecification[];
}

/** From the ground up; what is higher also wins when labels meet. */
const groups = (theme: Theme, hasBackground: boolean): readonly LayerGroup[] => [
  { layer: null, layers: groundLayers(theme, hasBackground) },
  { layer: 'boundary', layers: boundaryLayers(theme) },
  { layer: 'lamps', layers: lampGlowLayers(theme) },
  { layer: 'roads', layers: roadLayers(theme) },
  { layer: null, layers: roadHighlightLayers(theme) },
  { layer: 'candidates', layers: candidateLayers(theme) },
  { layer: 'houses', layers: houseLayers(theme) },
  { layer: null, layers: fishboneLayers(theme) },
  { layer: 'houses', layers: houseMarkLayers(theme) },
  { layer: null, layers: coverageLayers(theme) },
  // Things on posts stand beside their road and never keep a name from being written.
  { layer: 'lamps', layers: lampLayers() },
  { layer: 'signs', layers: signPostLayers() },
  { layer: 'cameras', layers: cameraLayers() },
  // Below every text: what is selected keeps its name.
  { layer: null, layers: highlightLayers(theme) },
  { layer: null, layers: toolShapeLayers(theme) },
  { layer: 'signs', layers: signTextLayers(theme) },
  { layer: 'houseNumbers', layers: houseNumberLayers(theme) },
  { layer: 'roadNames', layers: roadNameLayers(theme) },
  { layer: 'landmarks', layers: landmarkLayers(theme) },
  { layer: 'signs', layers: signPlanLayers(theme) },
  { layer: null, layers: nextDeviceLayers(theme) },
  { layer: null, layers: previewLayers(theme) },
  { layer: 'checks', layers: checkLayers() },
  { layer: null, layers: releaseLayers() },
  { layer: null, layers: incomingLayers(theme) },
  { layer: null, layers: comparisonLayers(theme) },
  { layer: null, layers: hereLayers(theme) },
  { layer: null, layers: toolLayers(theme) },
];

export interface StyleParts {
  readonly theme: Theme;
  readonly fonts: FontFacesSpecification;
  /** A raster source drawn under everything, or null. */
  readonly background: SourceSpecification | null;
}

const emptySource = (): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  // Village geometry is small and must stay exact: houses are a few metres wide.
  maxzoom: 17,
  tolerance: 0.1,
  buffer: 64,
});

export function mapStyle({ theme, fonts, background }: StyleParts): StyleSpecification {
  const sources: Record<string, SourceSpecification> = Object.fromEntries(sourceIds.map((id) => [id, emptySource()]));
  if (background) sources['background'] = background;
  return {
    version: 8,
    name: 'Số Nhà',
    'font-faces': fonts,
    sources,
    layers: groups(theme, background !== null).flatMap(({ layer, layers }) =>
      layers.map((item) => (layer ? { ...item, metadata: { layer } } : item)),
    ),
  };
}

/** The switch of the legend that turns a layer on and off; null for what is always shown. */
export const switchOf = ({ metadata }: LayerSpecification): LayerId | null =>
  (metadata as { layer?: LayerId } | undefined)?.layer ?? null;
