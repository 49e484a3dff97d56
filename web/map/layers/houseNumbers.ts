/** House numbers on plates: enamel when issued, outlined while a draft; the full number (5/4) from very close. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, growing } from './expressions.ts';

export const plateLayout: NonNullable<SymbolLayerSpecification['layout']> = {
  'text-font': bold,
  'text-size': growing([17.4, 10.5], [18, 12], [19, 14], [21, 19]),
  'icon-text-fit': 'both',
  'icon-text-fit-padding': [0, 1.5, 0, 1.5],
  'text-padding': 1,
  'icon-padding': 1,
};

/** A plate stands in the middle of a house, or under the picture of one that shows a picture. */
export const plateOffset: ExpressionSpecification = [
  'case',
  ['all', ['get', 'dwelling'], ['get', 'drawn']],
  ['literal', [0, 0]],
  ['literal', [0, 1.55]],
];

export const houseNumberLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'house-numbers',
    type: 'symbol',
    source: 'houses',
    minzoom: 17.4,
    filter: ['all', ['==', ['get', 'role'], 'plate'], ['!=', ['get', 'number'], '']],
    layout: {
      ...plateLayout,
      'text-field': ['step', ['zoom'], ['get', 'number'], 19, ['get', 'full']],
      'text-offset': plateOffset,
      'icon-image': byProperty('state', { issued: 'plate-issued', problem: 'plate-problem' }, 'plate-draft'),
    },
    paint: {
      'text-color': byProperty('state', { issued: theme.white, problem: theme.red }, theme.enamel),
    },
  },
];
