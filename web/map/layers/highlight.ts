/** What is selected or pointed at: a dark line in a white one, readable on every fill. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing, groundWidth } from './expressions.ts';

const isSelected: ExpressionSpecification = ['==', ['get', 'role'], 'selected'];
const shape = (name: string): ExpressionSpecification => ['==', ['get', 'shape'], name];

/** Under the houses: the selected road as a band along its edges. */
export const roadHighlightLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'highlight-road-edge',
    type: 'line',
    source: 'highlight',
    filter: shape('line'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ['case', isSelected, theme.ink, theme.inkSoft],
      'line-width': groundWidth(() => 5, 6),
    },
  },
  {
    id: 'highlight-road-fill',
    type: 'line',
    source: 'highlight',
    filter: shape('line'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ['case', isSelected, theme.enamelSoft, theme.white],
      'line-width': groundWidth(() => 4, 1),
    },
  },
  {
    id: 'highlight-road-arrows',
    type: 'symbol',
    source: 'highlight',
    minzoom: 15,
    filter: ['all', shape('line'), isSelected],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 90,
      'icon-image': 'arrow',
      'icon-size': growing([15, 0.7], [19, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
];

export const highlightLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'highlight-area-light',
    type: 'line',
    source: 'highlight',
    filter: shape('area'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.white, 'line-width': ['case', isSelected, 10, 5] },
  },
  {
    id: 'highlight-area',
    type: 'line',
    source: 'highlight',
    filter: shape('area'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.ink, 'line-width': ['case', isSelected, 5, 2] },
  },
  {
    id: 'highlight-dot',
    type: 'circle',
    source: 'highlight',
    filter: ['all', shape('dot'), isSelected],
    paint: {
      'circle-radius': 5,
      'circle-color': theme.white,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 2.5,
    },
  },
  {
    id: 'highlight-ring-light',
    type: 'circle',
    source: 'highlight',
    filter: shape('ring'),
    paint: {
      'circle-radius': growing([15, 11], [19, 18]),
      'circle-opacity': 0,
      'circle-stroke-color': theme.white,
      'circle-stroke-width': ['case', isSelected, 7, 5],
    },
  },
  {
    id: 'highlight-ring',
    type: 'circle',
    source: 'highlight',
    filter: shape('ring'),
    paint: {
      'circle-radius': growing([15, 12.5], [19, 19.5]),
      'circle-opacity': 0,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': ['case', isSelected, 3, 1.5],
    },
  },
];
