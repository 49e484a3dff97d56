/** Coverage on the map, as it follows the village and the hand. To be called where effects may run. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Camera } from '../../domain/records/camera.ts';
import { coverage } from '../state/coverage.svelte.ts';
import { coverageChoice } from '../state/coverageChoice.svelte.ts';
import { view } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { isNextShown, whereNext } from '../state/whereNext.svelte.ts';
import { toolStatus } from '../tools/session.svelte.ts';
import type { Device } from '../tools/tool.ts';
import type * as coverageDrawing from './features/coverageFeatures.ts';
import { noFeatures, type MapFeatures } from './features/feature.ts';
import type { SourceId } from './sources.ts';

const nothing: readonly Device[] = [];

export function drawCoverage(map: () => MapLibre | null, show: (id: SourceId, features: MapFeatures) => void): void {
  let drawing = $state.raw<typeof coverageDrawing | null>(null);
  /** The same while there is none: a tool that holds something else draws nothing anew here. */
  const inHand = $derived.by(() => {
    const { devices } = toolStatus;
    return devices.length > 0 ? devices : nothing;
  });
  /** Cameras looked at, and proposed ones: their views are shown also while coverage is not. */
  const lookedAt = $derived.by((): readonly Camera[] => {
    const held = inHand.filter((device) => device.kind === 'camera');
    if (held.length > 0) return held;
    const [only, ...others] = view.selected;
    const camera = only?.kind === 'camera' && others.length === 0 ? village.world.camera.get(only.id) : undefined;
    const proposed = isNextShown() ? whereNext.devices.filter((device) => device.kind === 'camera') : [];
    return camera ? [camera, ...proposed] : proposed;
  });

  $effect(() => {
    if (drawing || !(coverage.isOn || lookedAt.length > 0 || inHand.length > 0)) return;
    const fetchDrawing = () => {
      import('./features/coverageFeatures.ts').then(
        (come) => (drawing = come),
        () => undefined,
      );
    };
    fetchDrawing();
    addEventListener('online', fetchDrawing);
    return () => removeEventListener('online', fetchDrawing);
  });

  $effect(() => {
    if (!map()) return;
    const { report, drawn } = coverage;
    if (drawing && coverage.isOn && report && drawn) {
      const known = { ...drawn, cameras: report.cameras };
      const beside = { inHand, cameras: lookedAt };
      const shown = drawing.coverageFeatures(village.world, coverageChoice(), known, beside);
      show('views', shown.views);
      show('coverage', shown.coverage);
      return;
    }
    show('views', drawing ? drawing.viewFeatures(village.world, lookedAt, coverage.isWhole) : noFeatures);
    show('coverage', drawing ? drawing.lightFeatures(inHand) : noFeatures);
  });
}
