/** Cameras with the wedge they look into; those of households smaller and without the ring. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing, hasRole } from './expressions.ts';

/** Where private cameras look matters only from close by; a dozen wedges on one road are noise from afar. */
const ofNearOwner: ExpressionSpecification = ['any', ['!=', ['get', 'owner'], 'household'], ['>=', ['zoom'], 18]];

export const cameraWedgeLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'camera-wedges',
    type: 'fill',
    source: 'cameras',
    minzoom: 15.5,
    filter: ['all', hasRole('wedge'), ['!=', ['get', 'state'], 'broken'], ofNearOwner],
    paint: {
      'fill-color': theme.camera,
      'fill-opacity': ['case', ['==', ['get', 'owner'], 'household'], 0.08, 0.2],
      'fill-antialias': false,
    },
  },
  {
    id: 'camera-wedge-edges',
    type: 'line',
    source: 'cameras',
    minzoom: 15.5,
    filter: ['all', hasRole('wedge'), ofNearOwner],
    paint: {
      'line-color': theme.camera,
      'line-opacity': ['case', ['==', ['get', 'owner'], 'household'], 0.35, 0.7],
      'line-width': growing([15.5, 0.5], [18, 1.2]),
      'line-dasharray': [3, 2],
    },
  },
];

export const cameraLayers = (): LayerSpecification[] => [
  {
    id: 'cameras',
    type: 'symbol',
    source: 'cameras',
    minzoom: 14.5,
    filter: hasRole('device'),
    layout: {
      'icon-image': [
        'concat',
        ['case', ['==', ['get', 'owner'], 'household'], 'camera-household-', 'camera-'],
        ['get', 'state'],
      ],
      'icon-rotate': ['get', 'facing'],
      'icon-rotation-alignment': 'map',
      'icon-size': growing([14.5, 0.4], [16, 0.55], [17.5, 0.85], [19, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {},
  },
];
