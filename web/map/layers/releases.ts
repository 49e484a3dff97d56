/** Marks of what has changed since the last release, above everything of the village: what is retired over what is new. */
import type { LayerSpecification } from 'maplibre-gl';
import { byProperty, growing } from './expressions.ts';

export const releaseLayers = (): LayerSpecification[] => [
  {
    id: 'release-marks',
    type: 'symbol',
    source: 'releases',
    layout: {
      'icon-image': ['concat', 'release-', ['get', 'kind']],
      'icon-size': growing([13, 0.55], [16, 0.8], [18, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': byProperty('kind', { new: 0, changed: 1, retired: 2 }, 0),
    },
    paint: {},
  },
];
