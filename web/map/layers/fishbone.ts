/** The selected house tied to its road, thin and calm: a line in a light one, dashed to the roads it could be on. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing, hasRole } from './expressions.ts';

const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const isFoot: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

export const fishboneLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'fishbone-other',
    type: 'line',
    source: 'fishbone',
    minzoom: 15.5,
    filter: ['all', isLine, hasRole('other')],
    paint: {
      'line-color': theme.enamelMid,
      'line-width': growing([15.5, 1], [19, 2]),
      'line-dasharray': [3, 2.5],
    },
  },
  {
    id: 'fishbone-light',
    type: 'line',
    source: 'fishbone',
    minzoom: 15.5,
    filter: ['all', isLine, hasRole('own')],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': theme.white, 'line-width': growing([15.5, 3], [19, 5]) },
  },
  {
    id: 'fishbone-own',
    type: 'line',
    source: 'fishbone',
    minzoom: 15.5,
    filter: ['all', isLine, hasRole('own')],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': theme.enamel, 'line-width': growing([15.5, 1.2], [19, 2.5]) },
  },
  {
    id: 'fishbone-foot',
    type: 'circle',
    source: 'fishbone',
    minzoom: 16.5,
    filter: isFoot,
    paint: {
      'circle-radius': growing([16.5, 2], [19, 4]),
      'circle-color': ['case', hasRole('own'), theme.enamel, theme.enamelMid],
      'circle-stroke-color': theme.white,
      'circle-stroke-width': 1.5,
    },
  },
];
