/**
 * Places where a person will have no sign. Kept on this device for this person and village, not in the village's records:
 * a refusal only steers the search for another place, and has no meaning once the sign stands elsewhere; what all must
 * know, that a name cannot be read there, the plan says on every screen.
 */
import type { Position } from '../../domain/geometry/shapes.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';
import { session } from './session.svelte.ts';
import { village } from './village.svelte.ts';

const settingName = 'no-sign-at';

let held = $state.raw<{ readonly who: string; readonly places: readonly Position[] } | null>(null);

const whose = (): string => `${session.user?.id ?? ''}.${village.id}`;

const isPlace = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && value.every((degrees) => Number.isFinite(degrees));

const kept = $derived.by((): readonly Position[] => {
  const found = readSetting(settingName, whose());
  return Array.isArray(found) ? found.filter(isPlace) : [];
});

function keep(places: readonly Position[]): void {
  const who = whose();
  held = { who, places };
  keepSetting(settingName, who, places);
}

export const refusedPlaces = {
  get all(): readonly Position[] {
    return held?.who === whose() ? held.places : kept;
  },
  add: (place: Position): void => keep([...refusedPlaces.all, place]),
  remove: (place: Position): void => keep(refusedPlaces.all.filter((one) => String(one) !== String(place))),
  clear: (): void => keep([]),
};
