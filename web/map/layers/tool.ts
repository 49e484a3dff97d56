/** What a tool is drawing: nothing of it is stored yet. Roles are those of web/tools/sketch.ts. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bold } from '../fontNames.ts';
import type { Theme } from '../theme.ts';
import { byProperty, hasRole } from './expressions.ts';

const among = (...roles: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'role'],
  ['literal', [...roles]],
];

/** Below names, numbers and texts of signs: the road in the hand keeps its name. */
export const toolShapeLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'tool-area',
    type: 'fill',
    source: 'tool',
    // A lit road is a line: MapLibre would fill it as if it were closed.
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], among('area', 'wedge', 'lit')],
    paint: {
      'fill-color': byProperty('role', { lit: theme.amberSoft }, theme.enamelMid),
      'fill-opacity': byProperty('role', { lit: 0.75 }, 0.3),
    },
  },
  {
    id: 'tool-line-light',
    type: 'line',
    source: 'tool',
    filter: among('line', 'area', 'cut', 'lit', 'bone', 'sight', 'unseen'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.white, 'line-width': 7 },
  },
  {
    id: 'tool-line',
    type: 'line',
    source: 'tool',
    filter: among('line', 'area', 'wedge', 'cut', 'lit', 'bone', 'sight'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': byProperty('role', { cut: theme.red, lit: theme.amber }, theme.enamel),
      'line-width': 3.5,
    },
  },
  {
    id: 'tool-unseen',
    type: 'line',
    source: 'tool',
    filter: hasRole('unseen'),
    paint: { 'line-color': theme.amber, 'line-width': 2.5, 'line-dasharray': [1.5, 1.5] },
  },
  {
    id: 'tool-guide',
    type: 'line',
    source: 'tool',
    filter: hasRole('guide'),
    paint: { 'line-color': theme.enamel, 'line-width': 2, 'line-dasharray': [2, 2] },
  },
];

/** What is taken hold of, and words: above all else. */
export const toolLayers = (theme: Theme): LayerSpecification[] => [
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
    filter: among('vertex', 'handle', 'first', 'picked', 'turn', 'door', 'foot'),
    paint: {
      'circle-radius': byProperty('role', { handle: 9, first: 8, picked: 10, turn: 10, door: 7, foot: 8 }, 6),
      'circle-color': byProperty(
        'role',
        {
          first: theme.enamel,
          picked: theme.enamel,
          turn: theme.enamelSoft,
          door: theme.amberSoft,
          foot: theme.enamelMid,
        },
        theme.white,
      ),
      'circle-stroke-color': byProperty(
        'role',
        { first: theme.white, picked: theme.white, door: theme.ink },
        theme.enamel,
      ),
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'tool-snap',
    type: 'circle',
    source: 'tool',
    filter: among('snap', 'fault'),
    paint: {
      'circle-radius': byProperty('role', { fault: 18 }, 11),
      'circle-opacity': 0,
      'circle-stroke-color': byProperty('role', { fault: theme.red }, theme.ink),
      'circle-stroke-width': byProperty('role', { fault: 4 }, 2.5),
    },
  },
  {
    id: 'tool-words',
    type: 'symbol',
    source: 'tool',
    filter: ['has', 'text'],
    layout: {
      'text-field': ['get', 'text'],
      'text-font': bold,
      'text-size': 15,
      'text-anchor': byProperty('role', { label: 'center', under: 'top' }, 'bottom'),
      'text-offset': [
        'match',
        ['get', 'role'],
        'label',
        ['literal', [0, 0]],
        'under',
        ['literal', [0, 0.9]],
        ['literal', [0, -1.2]],
      ],
      'text-max-width': 14,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: {
      'text-color': byProperty('role', { fault: theme.red, unread: theme.amber }, theme.enamelDark),
      'text-halo-color': theme.halo,
      'text-halo-width': 2.5,
    },
  },
];
