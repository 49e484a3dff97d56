/** The cross in the middle of the map, under which a tool works without a mouse, and what is pasted into a tool. */
import type { Map as MapLibre } from 'maplibre-gl';
import { t } from '../i18n/t.ts';
import { say } from '../state/toasts.svelte.ts';
import { view } from '../state/view.svelte.ts';
import { aim } from '../tools/aim.svelte.ts';

/** In pixels: the middle of what no sheet or tool bar covers. */
export function crossOf(crossed: MapLibre): { readonly x: number; readonly y: number } {
  const { clientWidth, clientHeight } = crossed.getContainer();
  return { x: clientWidth / 2, y: (clientHeight - view.coveredPixels) / 2 };
}

export function aimAtCross(crossed: MapLibre): void {
  const { x, y } = crossOf(crossed);
  const { lng, lat } = crossed.unproject([x, y]);
  const canvas = crossed.getCanvas();
  const isByKeyboard = document.activeElement === canvas && canvas.matches(':focus-visible');
  aim.moveTo([lng, lat], view.tool !== 'select' && (aim.isOn || isByKeyboard));
}

/** The reader of coordinates comes over the line when somebody pastes. */
export function paste(text: string, least: number): void {
  import('../tools/paste.ts').then(
    ({ pasteIntoTool }) => {
      const problem = pasteIntoTool(text, least);
      if (problem) say('problem', problem);
    },
    () => say('problem', t('failure.unreachable')),
  );
}
