/** Houses: the state of the address told by fill and pattern; other buildings by a heavy outline and a picture. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { medium } from '../fontNames.ts';
import { houseLooks, type HouseLook } from '../houseLooks.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing, hasRole } from './expressions.ts';

const isDwelling: ExpressionSpecification = ['get', 'dwelling'];
const isGone: ExpressionSpecification = ['==', ['get', 'state'], 'gone'];
const isUnfinished: ExpressionSpecification = ['any', isGone, ['==', ['get', 'building'], 'building']];
/** From here a house is large enough to carry a pattern. */
const patternZoom = 16.4;

export const houseLayers = (theme: Theme): LayerSpecification[] => {
  const coloured = (part: keyof HouseLook) =>
    byProperty(
      'state',
      Object.fromEntries(Object.entries(houseLooks).map(([state, look]) => [state, theme[look[part]]])),
      theme.gone,
    );
  const fill = coloured('ground');
  const edge = coloured('edge');
  return [
    {
      id: 'house-fill',
      type: 'fill',
      source: 'houses',
      minzoom: 13,
      filter: hasRole('body'),
      paint: { 'fill-color': fill, 'fill-outline-color': edge },
    },
    {
      id: 'house-pattern',
      type: 'fill',
      source: 'houses',
      minzoom: patternZoom,
      filter: ['all', hasRole('body'), ['!', ['in', ['get', 'state'], ['literal', ['draft', 'issued']]]]],
      paint: { 'fill-pattern': ['concat', 'pattern-', ['get', 'state']], 'fill-antialias': false },
    },
    {
      id: 'house-edge',
      type: 'line',
      source: 'houses',
      minzoom: 15.5,
      filter: ['all', hasRole('body'), isDwelling, ['!', isUnfinished]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': edge, 'line-width': growing([15.5, 0.6], [18, 1.4], [20, 2.2]) },
    },
    {
      id: 'house-edge-unfinished',
      type: 'line',
      source: 'houses',
      minzoom: 15.5,
      filter: ['all', hasRole('body'), isUnfinished],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': edge,
        'line-width': growing([15.5, 0.8], [18, 1.6], [20, 2.4]),
        'line-dasharray': [2.5, 1.8],
      },
    },
    {
      id: 'house-edge-other',
      type: 'line',
      source: 'houses',
      minzoom: 14,
      filter: ['all', hasRole('body'), ['!', isDwelling], ['!', isUnfinished]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.building, 'line-width': growing([14, 1.2], [17, 2.4], [20, 4]) },
    },
  ];
};

/** Over the line that ties the selected house to its road. */
export const houseMarkLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'house-mark',
    type: 'symbol',
    source: 'houses',
    minzoom: 14.5,
    filter: ['all', hasRole('plate'), ['!', ['get', 'drawn']]],
    layout: {
      'icon-image': ['concat', 'house-', ['get', 'state']],
      'icon-size': growing([14.5, 0.4], [16, 0.6], [18, 1], [20, 1.4]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
  {
    id: 'house-entrance',
    type: 'circle',
    source: 'houses',
    minzoom: 18,
    filter: ['all', hasRole('entrance'), ['!', isGone]],
    paint: {
      'circle-radius': growing([18, 1.8], [19, 3], [21, 5]),
      'circle-color': theme.white,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': growing([18, 0.9], [20, 1.6]),
    },
  },
  {
    id: 'house-use',
    type: 'symbol',
    source: 'houses',
    minzoom: 15.5,
    filter: ['all', hasRole('plate'), ['!', isDwelling], ['!', isGone]],
    layout: {
      'icon-image': ['concat', 'use-', ['get', 'use']],
      'icon-size': growing([15.5, 0.7], [18, 1]),
      'text-field': ['step', ['zoom'], '', 17, ['get', 'name']],
      'text-font': medium,
      'text-size': growing([17, 12.5], [19, 15]),
      'text-anchor': 'bottom',
      'text-offset': [0, -1.05],
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: { 'text-color': theme.building, 'text-halo-color': theme.halo, 'text-halo-width': 1.8 },
  },
];
