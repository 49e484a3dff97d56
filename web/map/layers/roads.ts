/** Roads: white with a grey casing by class, as wide as on the ground from a close zoom; amber dashes where a name is missing. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { byProperty, groundWidth, growing } from './expressions.ts';

/** The thinnest a way is drawn, by class: the order of the network stays readable from afar. */
const least = (zoom: number): ExpressionSpecification => {
  const grow = Math.min(1, Math.max(0.45, (zoom - 12) / 5));
  return byProperty('class', { road: 6 * grow, lane: 3.6 * grow, alley: 2.8 * grow, branch: 2.4 * grow }, 1.6 * grow);
};

const isWay: ExpressionSpecification = ['!=', ['get', 'class'], 'access'];
const topmost = byProperty('class', { road: 4, lane: 3, alley: 2, branch: 1 }, 0);

export const roadLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'road-access',
    type: 'line',
    source: 'roads',
    minzoom: 15,
    filter: ['!', isWay],
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: { 'line-color': theme.access, 'line-width': groundWidth(least, 0), 'line-dasharray': [2, 1] },
  },
  {
    id: 'road-casing',
    type: 'line',
    source: 'roads',
    filter: isWay,
    layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': topmost },
    paint: {
      'line-color': byProperty('class', { road: theme.roadCasing }, theme.laneCasing),
      'line-width': groundWidth(least, 2.2),
    },
  },
  {
    id: 'road-fill',
    type: 'line',
    source: 'roads',
    filter: isWay,
    layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': topmost },
    paint: {
      'line-color': byProperty('state', { closed: theme.access }, theme.roadFill),
      'line-width': groundWidth(least, 0),
    },
  },
  {
    id: 'road-planned',
    type: 'line',
    source: 'roads',
    filter: ['all', isWay, ['==', ['get', 'state'], 'planned']],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.laneCasing,
      'line-width': groundWidth(least, -0.6),
      'line-dasharray': [0.8, 0.8],
    },
  },
  {
    id: 'road-todo',
    type: 'line',
    source: 'roads',
    filter: ['get', 'todo'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.amberMid,
      'line-width': growing([14, 0.9], [17, 2], [20, 3]),
      'line-dasharray': [4, 3],
    },
  },
];
