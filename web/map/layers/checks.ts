/** Marks where a check found something: errors from afar, the rest only when one is near enough to do something about it. */
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { byProperty, growing } from './expressions.ts';

const layout: SymbolLayerSpecification['layout'] = {
  'icon-image': ['concat', 'check-', ['get', 'severity']],
  'icon-size': growing([13, 0.6], [17, 0.9], [19, 1.1]),
  // Beside the number, not on it.
  'icon-anchor': 'bottom-left',
  'icon-offset': byProperty('kind', { house: ['literal', [5, -5]] }, ['literal', [0, 0]]),
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
};

export const checkLayers = (): LayerSpecification[] => [
  {
    id: 'check-notices',
    type: 'symbol',
    source: 'checks',
    minzoom: 16.5,
    filter: ['==', ['get', 'severity'], 'notice'],
    layout,
    paint: {},
  },
  {
    id: 'check-errors',
    type: 'symbol',
    source: 'checks',
    minzoom: 13.5,
    filter: ['==', ['get', 'severity'], 'error'],
    layout,
    paint: {},
  },
];
