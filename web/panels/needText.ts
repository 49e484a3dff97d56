/** Needs of signs in words: who arrives where and cannot read what, those of one road and name said once. */
import type { Meters } from '../../domain/geometry/localFrame.ts';
import type { World } from '../../domain/records/world.ts';
import type { Need } from '../../domain/signs/needs.ts';
import { t } from '../i18n/t.ts';
import { roadTitle } from './label.ts';

const sides = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Where somebody comes from who goes that way. */
export function sideOf([x, y]: Meters): (typeof sides)[number] {
  const degrees = (Math.atan2(-x, -y) * 180) / Math.PI;
  return sides[Math.round(((degrees + 360) % 360) / 45) % 8]!;
}

function namesOf(world: World, { subject, fromRoadId }: Need): { readonly from: string; readonly name: string } {
  const titleOf = (roadId: string) => {
    const road = world.road.get(roadId);
    return road ? roadTitle(world, road) : '';
  };
  const landmark = subject.landmarkId === null ? undefined : world.landmark.get(subject.landmarkId);
  return { from: titleOf(fromRoadId), name: landmark?.name ?? titleOf(subject.roadId) };
}

/** Needs that differ only in the side from which one comes. */
function grouped(needs: readonly Need[]): readonly (readonly [Need, ...Need[]])[] {
  const groups = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const key = [need.kind, need.subject.key, need.fromRoadId].join('|');
    const known = groups.get(key);
    if (known) known.push(need);
    else groups.set(key, [need]);
  }
  return [...groups.values()];
}

function saidOf(world: World, group: readonly [Need, ...Need[]], isRead: boolean): string {
  const [first] = group;
  const from = [...new Set(group.map(({ heading }) => sideOf(heading)))].map((side) => t(`side.${side}`));
  const whence = from.reduce((before, side) => t('need.and', { first: before, second: side }));
  const params = { ...namesOf(world, first), sides: t('need.from', { side: whence }) };
  return t(isRead ? `need.${first.kind}.read` : `need.${first.kind}`, params);
}

/** Sentences on what nobody can read. */
export const unreadTexts = (world: World, needs: readonly Need[]): readonly string[] =>
  grouped(needs).map((group) => saidOf(world, group, false));

/** What can be read, and by whom. */
export const readTexts = (world: World, needs: readonly Need[]): readonly string[] =>
  grouped(needs).map((group) => saidOf(world, group, true));
