/** The paper everything lies on, and the background picture if one is set. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';

export const groundLayers = (theme: Theme, hasBackground: boolean): LayerSpecification[] => [
  { id: 'paper', type: 'background', paint: { 'background-color': theme.paper } },
  ...(hasBackground
    ? ([
        {
          id: 'background',
          type: 'raster',
          source: 'background',
          metadata: { layer: 'background' },
          // Shown by its switch; until then not one tile is asked for.
          layout: { visibility: 'none' },
          // Quiet enough that plates and roads stay on top.
          paint: { 'raster-saturation': -0.35, 'raster-opacity': 0.85 },
        },
      ] satisfies LayerSpecification[])
    : []),
];
