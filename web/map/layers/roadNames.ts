/** Names along their roads; lanes from a closer zoom. */
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { bold, medium } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { growing } from './expressions.ts';

const layout: NonNullable<SymbolLayerSpecification['layout']> = {
  'symbol-placement': 'line',
  'text-field': ['get', 'label'],
  'text-max-angle': 40,
  'text-padding': 6,
  'text-letter-spacing': 0.01,
};

export const roadNameLayers = (theme: Theme): LayerSpecification[] => {
  const paint = { 'text-color': theme.ink, 'text-halo-color': theme.halo, 'text-halo-width': 2 };
  return [
    {
      id: 'lane-names',
      type: 'symbol',
      source: 'roads',
      minzoom: 16.4,
      filter: ['all', ['!=', ['get', 'class'], 'road'], ['!=', ['get', 'label'], '']],
      layout: {
        ...layout,
        'text-font': medium,
        'text-size': growing([16.4, 12.5], [18, 14.5], [20, 18]),
        'symbol-spacing': 220,
      },
      paint,
    },
    {
      id: 'road-names',
      type: 'symbol',
      source: 'roads',
      minzoom: 14,
      filter: ['all', ['==', ['get', 'class'], 'road'], ['!=', ['get', 'label'], '']],
      layout: {
        ...layout,
        'text-font': bold,
        'text-size': growing([14, 12.5], [16, 14.5], [18, 17], [20, 22]),
        'symbol-spacing': 340,
      },
      paint,
    },
  ];
};
