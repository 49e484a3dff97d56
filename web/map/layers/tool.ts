/** What a tool is drawing: nothing of it is stored yet. Roles are those of web/tools/sketch.ts. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { hasRole } from './expressions.ts';

export const toolLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'tool-area',
    type: 'fill',
    source: 'tool',
    filter: ['in', ['get', 'role'], ['literal', ['area', 'wedge']]],
    paint: { 'fill-color': theme.enamelMid, 'fill-opacity': 0.3 },
  },
  {
    id: 'tool-line-light',
    type: 'line',
    source: 'tool',
    filter: ['in', ['get', 'role'], ['literal', ['line', 'area']]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.white, 'line-width': 7 },
  },
  {
    id: 'tool-line',
    type: 'line',
    source: 'tool',
    filter: ['in', ['get', 'role'], ['literal', ['line', 'area', 'wedge']]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.enamel, 'line-width': 3.5 },
  },
  {
    id: 'tool-guide',
    type: 'line',
    source: 'tool',
    filter: hasRole('guide'),
    paint: { 'line-color': theme.enamel, 'line-width': 2, 'line-dasharray': [2, 2] },
  },
  {
    id: 'tool-snap',
    type: 'circle',
    source: 'tool',
    filter: hasRole('snap'),
    paint: {
      'circle-radius': 11,
      'circle-opacity': 0,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 2.5,
    },
  },
  {
    id: 'tool-mid',
    type: 'circle',
    source: 'tool',
    filter: hasRole('mid'),
    paint: {
      'circle-radius': 5,
      'circle-color': theme.enamelSoft,
      'circle-stroke-color': theme.enamel,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'tool-vertex',
    type: 'circle',
    source: 'tool',
    filter: ['in', ['get', 'role'], ['literal', ['vertex', 'handle', 'first']]],
    paint: {
      'circle-radius': ['match', ['get', 'role'], 'handle', 9, 'first', 8, 6],
      'circle-color': ['match', ['get', 'role'], 'first', theme.enamel, theme.white],
      'circle-stroke-color': ['match', ['get', 'role'], 'first', theme.white, theme.enamel],
      'circle-stroke-width': 3,
    },
  },
];
