/** Proposed cameras and streetlights: numbered, broken all round like proposed signs; what is pinned is filled. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { growing, hasRole } from './expressions.ts';

const isPinned: ExpressionSpecification = ['get', 'pinned'];
const isFocused: ExpressionSpecification = ['get', 'focused'];

export const nextDeviceLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'next-reach',
    type: 'fill',
    source: 'nextDevices',
    filter: hasRole('reach'),
    paint: {
      'fill-color': theme.lampGlow,
      'fill-opacity': ['case', isFocused, 0.38, 0.22],
      'fill-antialias': false,
    },
  },
  {
    id: 'next-reach-edge',
    type: 'line',
    source: 'nextDevices',
    filter: hasRole('reach'),
    paint: {
      'line-color': theme.lampCore,
      'line-width': growing([15, 0.8], [18, 1.8]),
      'line-dasharray': [2.5, 2],
    },
  },
  {
    id: 'next-focus',
    type: 'circle',
    source: 'nextDevices',
    filter: ['all', hasRole('place'), isFocused],
    paint: {
      'circle-radius': growing([13, 13], [18, 20]),
      'circle-opacity': 0,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'next-places',
    type: 'circle',
    source: 'nextDevices',
    filter: hasRole('place'),
    paint: {
      'circle-radius': growing([13, 8], [18, 13]),
      'circle-color': ['case', isPinned, theme.enamel, theme.white],
      'circle-stroke-color': ['case', isPinned, theme.white, theme.enamel],
      'circle-stroke-width': growing([13, 1.5], [18, 2.5]),
    },
  },
  {
    id: 'next-numbers',
    type: 'symbol',
    source: 'nextDevices',
    filter: hasRole('place'),
    layout: {
      'text-field': ['get', 'number'],
      'text-font': bold,
      'text-size': growing([13, 11], [18, 16]),
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': ['case', isPinned, theme.white, theme.enamel] },
  },
];
