/** The plan of signs: proposed posts and plates, broken all round; amber marks where a name cannot be read; arrivals. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing, hasRole } from './expressions.ts';
import { plateLayout } from './houseNumbers.ts';

const isArrival = hasRole('arrival');
const isFocused: ExpressionSpecification = ['get', 'focused'];

export const signPlanLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'sign-plan-arrival-light',
    type: 'line',
    source: 'signPlan',
    filter: isArrival,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': theme.white, 'line-width': growing([15, 4], [19, 8]) },
  },
  // Who reads comes along an unbroken line, who does not along a broken one.
  {
    id: 'sign-plan-arrival-read',
    type: 'line',
    source: 'signPlan',
    filter: ['all', isArrival, ['!=', ['get', 'state'], 'open']],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': theme.enamel, 'line-width': growing([15, 2], [19, 4]) },
  },
  {
    id: 'sign-plan-arrival-open',
    type: 'line',
    source: 'signPlan',
    filter: ['all', isArrival, ['==', ['get', 'state'], 'open']],
    paint: { 'line-color': theme.amber, 'line-width': growing([15, 2], [19, 4]), 'line-dasharray': [1.6, 1.2] },
  },
  {
    id: 'sign-plan-arrows',
    type: 'symbol',
    source: 'signPlan',
    minzoom: 15,
    filter: isArrival,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 60,
      'icon-image': 'arrow',
      'icon-size': growing([15, 0.7], [19, 1.2]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
  {
    id: 'sign-plan-dots',
    type: 'circle',
    source: 'signPlan',
    maxzoom: 17,
    filter: hasRole('post'),
    paint: {
      'circle-radius': growing([13, 2], [15, 4], [17, 6]),
      'circle-color': theme.white,
      'circle-stroke-color': theme.enamel,
      'circle-stroke-width': growing([13, 1.2], [16, 2.5]),
    },
  },
  {
    id: 'sign-plan-focus',
    type: 'circle',
    source: 'signPlan',
    filter: ['all', ['in', ['get', 'role'], ['literal', ['post', 'open']]], isFocused],
    paint: {
      'circle-radius': growing([15, 12], [19, 20]),
      'circle-opacity': 0,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'sign-plan-plates',
    type: 'symbol',
    source: 'signPlan',
    minzoom: 17,
    filter: hasRole('plate'),
    layout: {
      'icon-image': 'sign-both-proposed',
      'icon-rotate': ['get', 'facing'],
      'icon-rotation-alignment': 'map',
      'icon-size': growing([17, 0.7], [19, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
  {
    id: 'sign-plan-open',
    type: 'symbol',
    source: 'signPlan',
    minzoom: 14,
    filter: hasRole('open'),
    layout: {
      'icon-image': 'sign-unread',
      'icon-size': growing([14, 0.5], [17, 0.85], [19, 1.05]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
  {
    id: 'sign-plan-texts',
    type: 'symbol',
    source: 'signPlan',
    minzoom: 17.3,
    filter: hasRole('text'),
    layout: {
      ...plateLayout,
      'symbol-sort-key': ['case', isFocused, 0, 1],
      'icon-image': 'plate-sign-proposed',
      // The whole text from very close; from farther off what distinguishes one plate from the next.
      'text-field': ['step', ['zoom'], ['get', 'short'], 19.5, ['get', 'text']],
      'text-font': bold,
      'text-size': growing([17.3, 10], [20, 14]),
      'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
      'text-radial-offset': byProperty('lines', { 2: 2.1 }, 1.5),
      'text-max-width': 30,
    },
    paint: { 'text-color': theme.enamel },
  },
];
