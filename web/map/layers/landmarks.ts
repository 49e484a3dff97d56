/** Landmarks: a picture and a name, seen before anything else. */
import type { LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing } from './expressions.ts';

export const landmarkLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'landmarks',
    type: 'symbol',
    source: 'landmarks',
    minzoom: 13,
    layout: {
      'icon-image': ['concat', 'landmark-', ['get', 'landmarkKind']],
      'icon-size': growing([13, 0.7], [17, 1.1]),
      'icon-allow-overlap': ['step', ['zoom'], false, 16, true],
      // Where there is no room for all, what everyone knows comes first.
      'symbol-sort-key': byProperty('landmarkKind', { temple: 1, 'cultural-house': 1, school: 2, junction: 4 }, 3),
      'text-field': ['get', 'name'],
      'text-font': bold,
      'text-size': growing([13, 12], [16, 14], [19, 17]),
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.95,
      'text-justify': 'auto',
      'text-max-width': 8,
      'text-optional': true,
    },
    paint: { 'text-color': theme.landmark, 'text-halo-color': theme.halo, 'text-halo-width': 2 },
  },
];
