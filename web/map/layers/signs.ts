/** Signs: a plate seen from above, turned to where it is read from; its text from close by. */
import type { LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing } from './expressions.ts';
import { plateLayout } from './houseNumbers.ts';

export const signPostLayers = (): LayerSpecification[] => [
  {
    id: 'sign-posts',
    type: 'symbol',
    source: 'signs',
    minzoom: 16,
    filter: ['!=', ['get', 'state'], 'removed'],
    layout: {
      'icon-image': ['concat', 'sign-', ['get', 'state']],
      'icon-rotate': ['get', 'facing'],
      'icon-rotation-alignment': 'map',
      'icon-size': growing([16, 0.5], [17.5, 0.75], [19, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
];

export const signTextLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'sign-texts',
    type: 'symbol',
    source: 'signs',
    minzoom: 18,
    filter: ['all', ['!=', ['get', 'state'], 'removed'], ['!=', ['get', 'signKind'], 'house-plate']],
    layout: {
      ...plateLayout,
      'icon-image': byProperty('state', { planned: 'plate-sign-planned', ordered: 'plate-sign-planned' }, 'plate-sign'),
      'text-field': ['get', 'text'],
      'text-font': bold,
      'text-size': growing([18, 10.5], [20, 14]),
      'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
      'text-radial-offset': 1.4,
      'text-max-width': 14,
    },
    paint: { 'text-color': byProperty('state', { planned: theme.enamel, ordered: theme.enamel }, theme.white) },
  },
];
