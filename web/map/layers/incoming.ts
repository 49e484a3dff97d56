/** What a file would do, over the village: new in enamel blue, changed in amber, gone in broken grey; each in a white edge. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { byProperty, growing, hasRole } from './expressions.ts';

const isDrawn: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

export const incomingLayers = (theme: Theme): LayerSpecification[] => {
  const colour = byProperty('role', { added: theme.enamel, changed: theme.amberMid }, theme.inkSoft);
  return [
    {
      id: 'incoming-area',
      type: 'fill',
      source: 'incoming',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['!', hasRole('gone')]],
      paint: {
        'fill-color': byProperty('role', { added: theme.enamelSoft }, theme.amberSoft),
        'fill-opacity': 0.7,
      },
    },
    {
      id: 'incoming-edge',
      type: 'line',
      source: 'incoming',
      filter: isDrawn,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': theme.white, 'line-width': growing([13, 2], [18, 6]) },
    },
    {
      id: 'incoming-gone',
      type: 'line',
      source: 'incoming',
      filter: ['all', isDrawn, hasRole('gone')],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.inkSoft, 'line-width': growing([13, 1], [18, 3]), 'line-dasharray': [2, 1.4] },
    },
    {
      id: 'incoming-line',
      type: 'line',
      source: 'incoming',
      filter: ['all', isDrawn, ['!', hasRole('gone')]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': growing([13, 1.2], [18, 3.5]) },
    },
    {
      id: 'incoming-dot',
      type: 'circle',
      source: 'incoming',
      filter: isPoint,
      paint: {
        'circle-radius': growing([13, 3], [18, 8]),
        'circle-color': byProperty('role', { added: theme.enamel, changed: theme.amberMid }, theme.white),
        'circle-stroke-color': byProperty('role', { gone: theme.inkSoft }, theme.white),
        'circle-stroke-width': 2.5,
      },
    },
  ];
};
