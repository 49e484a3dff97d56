/** Selecting houses that belong together, by a key or a button; where there are none, it is said why. */
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { wayOfHouse } from '../../domain/coverage/wayOfHouse.ts';
import { t, type TextKey } from '../i18n/t.ts';
import { firstOf, houseBeside, housesAlong, housesOnRoad, housesWithoutCode } from '../state/housesLike.ts';
import { say } from '../state/toasts.svelte.ts';
import { selectMany, showRecord, startPicking, stopPicking, view, type Selection } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';

function pickAll(found: readonly Selection[], noneKey: TextKey): void {
  if (found.length === 0) say('notice', t(noneKey));
  else selectMany(found);
}

/** The road that is selected, or the one of the house that is. */
export function roadMeant(world: World): Id | null {
  const { selection } = view;
  const house = selection?.kind === 'house' ? world.house.get(selection.id) : undefined;
  if (house) return wayOfHouse(world, house);
  return selection?.kind === 'road' ? selection.id : null;
}

export function pickRoadsHouses(): void {
  const roadId = roadMeant(village.world);
  if (roadId === null) say('notice', t('pick.noRoad'));
  else pickAll(housesOnRoad(village.world, roadId), 'pick.noHousesOnRoad');
}

export function pickHousesWithoutCode(): void {
  pickAll(housesWithoutCode(village.world), 'pick.noneWithoutCode');
}

export function togglePicking(): void {
  if (view.pickMode === null) startPicking('tap');
  else stopPicking();
}

/** The next (1) or previous (-1) house along the road; the first one of the road, or of the village, to begin with. */
export function stepAlongRoad(step: 1 | -1): void {
  const { world } = village;
  const { selection } = view;
  const house = selection?.kind === 'house' ? world.house.get(selection.id) : undefined;
  const onRoad = selection?.kind === 'road' ? housesAlong(world, selection.id) : [];
  const next = house ? houseBeside(world, house, step) : (onRoad[0] ?? firstOf(world));
  if (next === null) {
    say('notice', t(house ? (step === 1 ? 'pick.noNext' : 'pick.noPrevious') : 'pick.noHouses'));
    return;
  }
  showRecord('house', next);
}
