/** The plan of signs, proposed devices and what a release would change on the map, made anew as the village changes. To be called where effects may run. */
import type { Map as MapLibre } from 'maplibre-gl';
import { untrack } from 'svelte';
import { villageFrameOf } from '../../domain/records/villageFrame.ts';
import { focusByKey, keepSignsPlanned, servedBy, signLookedAt, signPlan } from '../state/signPlan.svelte.ts';
import { incoming } from '../state/incoming.svelte.ts';
import { releaseMarks } from '../state/releaseMarks.svelte.ts';
import { view } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { toolStatus } from '../tools/session.svelte.ts';
import { signEffect } from '../tools/signEffect.svelte.ts';
import type { MapFeatures } from './features/feature.ts';
import { incomingFeatures } from './features/incomingFeatures.ts';
import { releaseFeatures } from './features/releaseFeatures.ts';
import { signPlanFeatures, type ShownPlan, type ShownPost } from './features/signPlanFeatures.ts';
import { reveal } from './fly.ts';
import { drawNextPlaces, nextAt } from './nextPlaces.svelte.ts';
import type { SourceId } from './sources.ts';

export function drawPlans(map: () => MapLibre | null, show: (id: SourceId, features: MapFeatures) => void): void {
  drawSignPlan(map, (features) => show('signPlan', features));
  drawNextPlaces((features) => show('nextDevices', features));
  $effect(() => show('releases', releaseFeatures(releaseMarks.shown)));
  $effect(() => show('incoming', incomingFeatures(incoming.shown)));
}

function drawSignPlan(map: () => MapLibre | null, show: (features: MapFeatures) => void): void {
  $effect(keepSignsPlanned);
  $effect(() => {
    const { isOn, opens, focusedKey, world } = signPlan;
    show(
      signPlanFeatures({
        posts: [...(isOn ? postsBeside() : []), ...postInHand()],
        opens: isOn ? opens : [],
        focusedKey,
        arrivals: arrivals(),
        frame: villageFrameOf(world),
      }),
    );
  });
  // What is pointed at is not left under the sheet that opens for it.
  $effect(() => {
    const place = (signPlan.focusedPost ?? signPlan.focusedOpen)?.place;
    const opened = map();
    if (!opened || !place || view.panel !== 'signs') return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => untrack(() => reveal(opened, village.world, place, view.covered))),
    );
  });
}

const isMoving = (): boolean => view.tool === 'move-proposal';

/** The post that is being moved is drawn where the hand has it. */
function postsBeside(): readonly ShownPost[] {
  const from = isMoving() ? view.toolOptions.proposedSigns[0]?.place : undefined;
  return signPlan.posts.filter(({ place }) => String(place) !== String(from));
}

function postInHand(): readonly ShownPost[] {
  const plates = isMoving() ? toolStatus.signs.now : [];
  return plates.slice(0, 1).map(({ place }) => ({ key: 'hand', place, plates }));
}

function arrivals(): ShownPlan['arrivals'] {
  const effect = signEffect();
  if (effect) return [...all(effect.serves, 'read'), ...all(effect.lost, 'open')];
  const { focusedPost, focusedOpen } = signPlan;
  if (focusedPost) return focusedPost.plates.flatMap(({ serves }) => all(serves, 'read'));
  if (focusedOpen) return focusedOpen.needs.map(({ need }) => ({ need, state: 'open' }));
  const sign = village.world.sign.get(signLookedAt() ?? '');
  return sign ? all(servedBy(sign), 'read') : [];
}

const all = (needs: readonly ShownPlan['arrivals'][number]['need'][], state: 'read' | 'open') =>
  needs.map((need) => ({ need, state }));

const layers = ['sign-plan-plates', 'sign-plan-texts', 'sign-plan-open', 'sign-plan-dots'];

/** What a click would show of what is proposed there, or null. */
export const planAt = (map: MapLibre, at: { x: number; y: number }, slackPixels: number): (() => void) | null =>
  signsAt(map, at, slackPixels) ?? nextAt(map, at, slackPixels);

function signsAt(map: MapLibre, { x, y }: { x: number; y: number }, slackPixels: number): (() => void) | null {
  if (!signPlan.isOn || view.pickMode !== null) return null;
  const found = map.queryRenderedFeatures(
    [
      [x - slackPixels, y - slackPixels],
      [x + slackPixels, y + slackPixels],
    ],
    { layers: layers.filter((name) => map.getLayer(name)) },
  );
  const key: unknown = found[0]?.properties['key'];
  return typeof key === 'string' && key !== 'hand' ? () => focusByKey(key) : null;
}
