/** Streetlights: a dot with a glow where there is light, hollow where one is only planned, struck out when broken. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing } from './expressions.ts';

export const lampGlowLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'lamp-glow',
    type: 'circle',
    source: 'lamps',
    minzoom: 14.5,
    filter: ['==', ['get', 'state'], 'existing'],
    paint: {
      'circle-color': theme.lampGlow,
      'circle-opacity': 0.5,
      'circle-blur': 0.9,
      'circle-radius': growing([14.5, 5], [17, 12], [20, 40]),
    },
  },
];

export const lampLayers = (): LayerSpecification[] => [
  {
    id: 'lamps',
    type: 'symbol',
    source: 'lamps',
    minzoom: 14.5,
    layout: {
      'icon-image': ['concat', 'lamp-', ['get', 'state']],
      'icon-size': growing([14.5, 0.3], [16, 0.42], [17.5, 0.8], [19, 1.2]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
];
