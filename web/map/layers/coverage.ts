/**
 * What cameras see and lamps light: views shaded by level, circles of light, and on the roads how many see them or where
 * they lie in the dark. Above houses and roads, below everything that stands on a post and every name.
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { byProperty, growing, hasRole } from './expressions.ts';

/** By level, as `levels2025`: what shows more is darker. */
const viewOpacity: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['get', 'level'],
  ...[0, 0.13, 1, 0.2, 2, 0.28, 3, 0.37, 4, 0.47, 6, 0.6],
] as unknown as ExpressionSpecification;

/** Beside the white of the road, which stays to be seen on both sides. */
const width = growing([13, 1.5], [15, 2.6], [17, 5], [19, 11], [21, 26]);
const withEdge = growing([13, 2.7], [15, 4.2], [17, 7], [19, 13.5], [21, 29]);
const thin = growing([13, 0.8], [15, 1.3], [17, 2.4], [19, 5], [21, 10]);
const light = growing([13, 0.8], [15, 1.6], [17, 4], [19, 7.5], [21, 13]);

export const coverageLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'coverage-night',
    type: 'fill',
    source: 'coverage',
    filter: hasRole('night'),
    paint: { 'fill-color': theme.night, 'fill-opacity': 0.34, 'fill-antialias': false },
  },
  {
    id: 'coverage-discs',
    type: 'fill',
    source: 'coverage',
    filter: hasRole('disc'),
    paint: { 'fill-color': theme.lampGlow, 'fill-opacity': 0.3, 'fill-antialias': false },
  },
  {
    id: 'coverage-disc-edges',
    type: 'line',
    source: 'coverage',
    minzoom: 15.5,
    filter: hasRole('disc'),
    paint: { 'line-color': theme.lit, 'line-opacity': 0.8, 'line-width': growing([15.5, 0.5], [19, 1.5]) },
  },
  {
    id: 'views',
    type: 'fill',
    source: 'views',
    minzoom: 14,
    paint: { 'fill-color': theme.camera, 'fill-opacity': viewOpacity, 'fill-antialias': false },
  },
  {
    id: 'coverage-edges',
    type: 'line',
    source: 'coverage',
    filter: ['in', ['get', 'role'], ['literal', ['seen', 'lit']]],
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: { 'line-color': byProperty('role', { lit: theme.litEdge }, theme.ink), 'line-width': withEdge },
  },
  {
    id: 'coverage-seen',
    type: 'line',
    source: 'coverage',
    filter: ['in', ['get', 'role'], ['literal', ['seen', 'lit', 'dark']]],
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: {
      'line-color': [
        'case',
        hasRole('lit'),
        theme.lit,
        hasRole('dark'),
        theme.dark,
        byProperty('by', { one: theme.seenOne, two: theme.seenTwo }, theme.seenMore),
      ],
      'line-width': width,
    },
  },
  {
    // By night too the dashes are read on white.
    id: 'coverage-blind-light',
    type: 'line',
    source: 'coverage',
    filter: ['in', ['get', 'role'], ['literal', ['blind', 'unlit']]],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.white, 'line-width': light },
  },
  {
    id: 'coverage-blind',
    type: 'line',
    source: 'coverage',
    filter: hasRole('blind'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.seenNone, 'line-width': thin, 'line-dasharray': [1.6, 1.1] },
  },
  {
    id: 'coverage-unlit',
    type: 'line',
    source: 'coverage',
    filter: hasRole('unlit'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.dark, 'line-width': thin, 'line-dasharray': [1, 1] },
  },
];
