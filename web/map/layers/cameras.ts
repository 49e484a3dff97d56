/** Cameras, turned the way they look; those of households smaller and without the ring. What one sees is drawn apart. */
import type { LayerSpecification } from 'maplibre-gl';
import { growing } from './expressions.ts';

export const cameraLayers = (): LayerSpecification[] => [
  {
    id: 'cameras',
    type: 'symbol',
    source: 'cameras',
    minzoom: 14.5,
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
