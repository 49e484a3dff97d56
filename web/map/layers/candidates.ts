/** Candidates: an amber broken outline on bare ground, so that nobody takes one for a house. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing } from './expressions.ts';

export const candidateLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'candidate-fill',
    type: 'fill',
    source: 'candidates',
    minzoom: 13,
    paint: { 'fill-color': theme.white, 'fill-opacity': 0.45, 'fill-antialias': false },
  },
  {
    id: 'candidate-edge',
    type: 'line',
    source: 'candidates',
    minzoom: 13,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.amberMid,
      'line-width': growing([13, 0.6], [18, 1.6], [20, 2.4]),
      'line-dasharray': [2, 1.6],
    },
  },
];
