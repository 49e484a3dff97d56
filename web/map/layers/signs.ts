/** Signs: from above a bar on its post, turned to where it is read from; from close by a small plate with its text. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing } from './expressions.ts';
import { plateLayout } from './houseNumbers.ts';

const stands: ExpressionSpecification = ['!=', ['get', 'state'], 'removed'];

/** What is wrong with a sign is told in its text too, for whoever sees neither red nor fine lines. */
const marked = (text: 'short' | 'text'): ExpressionSpecification => [
  'concat',
  byProperty('state', { damaged: '× ', missing: '? ' }, ''),
  ['get', text],
];

export const signPostLayers = (): LayerSpecification[] => [
  {
    id: 'sign-posts',
    type: 'symbol',
    source: 'signs',
    minzoom: 16,
    filter: stands,
    layout: {
      'icon-image': ['concat', ['case', ['get', 'both'], 'sign-both-', 'sign-'], ['get', 'state']],
      'icon-rotate': ['get', 'facing'],
      'icon-rotation-alignment': 'map',
      'icon-size': growing([16, 0.5], [17.5, 0.75], [19, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
];

export const signTextLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'sign-texts',
    type: 'symbol',
    source: 'signs',
    minzoom: 18,
    filter: ['all', stands, ['!=', ['get', 'signKind'], 'house-plate']],
    layout: {
      ...plateLayout,
      'icon-image': ['concat', 'plate-sign-', ['get', 'state']],
      'text-field': ['step', ['zoom'], marked('short'), 19.5, marked('text')],
      'text-font': bold,
      'text-size': growing([18, 10.5], [20, 14]),
      'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
      'text-radial-offset': 1.4,
      'text-max-width': 14,
    },
    paint: {
      'text-color': byProperty(
        'state',
        { installed: theme.white, damaged: theme.red, missing: theme.red },
        theme.enamel,
      ),
    },
  },
];
