/** A change looked at: before in dashed grey, after in enamel blue, each in a white edge that reads on any ground. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { hasRole } from './expressions.ts';

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isDrawn: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];

export const comparisonLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'comparison-area',
    type: 'fill',
    source: 'comparison',
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], hasRole('after')],
    paint: { 'fill-color': theme.enamelMid, 'fill-opacity': 0.35 },
  },
  {
    id: 'comparison-edge',
    type: 'line',
    source: 'comparison',
    filter: isDrawn,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': theme.white, 'line-width': 8 },
  },
  {
    id: 'comparison-before',
    type: 'line',
    source: 'comparison',
    filter: ['all', isDrawn, hasRole('before')],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.inkSoft, 'line-width': 3.5, 'line-dasharray': [2, 1.4] },
  },
  {
    id: 'comparison-after',
    type: 'line',
    source: 'comparison',
    filter: ['all', isDrawn, hasRole('after')],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': theme.enamel, 'line-width': 4 },
  },
  {
    id: 'comparison-dot',
    type: 'circle',
    source: 'comparison',
    filter: isPoint,
    paint: {
      'circle-radius': ['match', ['get', 'role'], 'after', 7, 6],
      'circle-color': ['match', ['get', 'role'], 'after', theme.enamel, theme.white],
      'circle-stroke-color': ['match', ['get', 'role'], 'after', theme.white, theme.inkSoft],
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'comparison-label',
    type: 'symbol',
    source: 'comparison',
    filter: ['all', isPoint, ['has', 'label']],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': bold,
      'text-size': 16,
      'text-offset': [0, 1.3],
      'text-anchor': 'top',
    },
    paint: {
      'text-color': ['match', ['get', 'role'], 'after', theme.enamel, theme.inkSoft],
      'text-halo-color': theme.halo,
      'text-halo-width': 2.5,
    },
  },
];
