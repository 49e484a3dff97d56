/** Where the person stands, and how sure the device is of it. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { hasRole } from './expressions.ts';

export const hereLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'here-accuracy',
    type: 'fill',
    source: 'here',
    filter: hasRole('accuracy'),
    paint: { 'fill-color': theme.enamelMid, 'fill-opacity': 0.18, 'fill-outline-color': theme.enamel },
  },
  {
    id: 'here-dot',
    type: 'circle',
    source: 'here',
    filter: hasRole('dot'),
    paint: {
      'circle-radius': 8,
      'circle-color': theme.enamel,
      'circle-stroke-color': theme.white,
      'circle-stroke-width': 3,
    },
  },
];
