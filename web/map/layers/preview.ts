/** A numbering plan not yet applied: amber plates old → new, and the names lanes would take. */
import type { LayerSpecification } from 'maplibre-gl';
import { medium } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing, hasRole } from './expressions.ts';
import { plateLayout, plateOffset } from './houseNumbers.ts';

export const previewLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'preview-lanes',
    type: 'symbol',
    source: 'preview',
    minzoom: 15.5,
    filter: hasRole('lane'),
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'label'],
      'text-font': medium,
      'text-size': growing([15.5, 12.5], [18, 15], [20, 19]),
      'text-max-angle': 40,
    },
    paint: { 'text-color': theme.amber, 'text-halo-color': theme.halo, 'text-halo-width': 2 },
  },
  {
    id: 'preview-dots',
    type: 'circle',
    source: 'preview',
    maxzoom: 17,
    filter: ['all', hasRole('plate'), ['in', ['get', 'state'], ['literal', ['new', 'changed', 'unplaced']]]],
    paint: {
      'circle-radius': growing([13, 1.6], [17, 4.5]),
      'circle-color': byProperty('state', { unplaced: theme.red }, theme.amberMid),
      'circle-stroke-color': theme.amber,
      'circle-stroke-width': 1,
    },
  },
  {
    id: 'preview-plates',
    type: 'symbol',
    source: 'preview',
    minzoom: 17,
    filter: hasRole('plate'),
    layout: {
      ...plateLayout,
      'icon-image': byProperty(
        'state',
        {
          'kept-issued': 'plate-issued',
          same: 'plate-draft',
          changed: 'plate-preview-changed',
          unplaced: 'plate-problem',
        },
        'plate-preview',
      ),
      'text-field': ['step', ['zoom'], ['get', 'short'], 19, ['get', 'text']],
      'text-offset': plateOffset,
    },
    paint: {
      'text-color': byProperty(
        'state',
        { 'kept-issued': theme.white, same: theme.enamel, unplaced: theme.red },
        theme.amber,
      ),
    },
  },
];
