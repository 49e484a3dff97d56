/** The village's edge, and what lies outside it dimmed. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing, hasRole } from './expressions.ts';

export const boundaryLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'boundary-outside',
    type: 'fill',
    source: 'boundary',
    filter: hasRole('outside'),
    paint: { 'fill-color': theme.paperOutside, 'fill-opacity': 0.7, 'fill-antialias': false },
  },
  {
    id: 'boundary-soft',
    type: 'line',
    source: 'boundary',
    filter: hasRole('edge'),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.boundary,
      'line-opacity': 0.16,
      'line-width': growing([13, 6], [18, 22]),
      'line-blur': growing([13, 4], [18, 16]),
    },
  },
  {
    id: 'boundary-edge',
    type: 'line',
    source: 'boundary',
    filter: hasRole('edge'),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.boundary,
      'line-width': growing([13, 1.2], [18, 2.4]),
      'line-dasharray': [5, 2, 1, 2],
    },
  },
];
