/** Cameras with the wedge they look into; those of households smaller and without the ring. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { growing, hasRole } from './expressions.ts';

export const cameraWedgeLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'camera-wedges',
    type: 'fill',
    source: 'cameras',
    minzoom: 15.5,
    filter: ['all', hasRole('wedge'), ['!=', ['get', 'state'], 'broken']],
    paint: { 'fill-color': theme.camera, 'fill-opacity': 0.16, 'fill-antialias': false },
  },
  {
    id: 'camera-wedge-edges',
    type: 'line',
    source: 'cameras',
    minzoom: 15.5,
    filter: hasRole('wedge'),
    paint: {
      'line-color': theme.camera,
      'line-opacity': 0.55,
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
      'icon-size': growing([14.5, 0.55], [17, 0.85], [19, 1.1]),
      'icon-allow-overlap': true,
    },
    paint: {},
  },
];
