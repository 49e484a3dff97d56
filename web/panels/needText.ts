/** Needs of signs in words: who arrives where and cannot read what, those of one road and name said once. */
import { eighthOf, type Eighth } from '../../domain/geometry/compass.ts';
import type { Meters } from '../../domain/geometry/localFrame.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { World } from '../../domain/records/world.ts';
import type { Need } from '../../domain/signs/needs.ts';
import { t } from '../i18n/t.ts';
import { titleOfRoad } from './label.ts';

/** Where somebody comes from who goes that way. */
export const sideOf = ([x, y]: Meters): Eighth => eighthOf((Math.atan2(-x, -y) * 180) / Math.PI);

function namesOf(world: World, { subject, fromRoadId }: Need): { readonly from: string; readonly name: string } {
  const landmark = subject.landmarkId === null ? undefined : world.landmark.get(subject.landmarkId);
  return { from: titleOfRoad(world, fromRoadId), name: landmark?.name ?? titleOfRoad(world, subject.roadId) };
}

/** Needs that differ only in the side from which one comes. */
const alike = ({ kind, subject, fromRoadId }: Need): string => [kind, subject.key, fromRoadId].join('|');

function saidOf(world: World, group: readonly [Need, ...Need[]], isRead: boolean): string {
  const [first] = group;
  const from = [...new Set(group.map(({ heading }) => sideOf(heading)))].map((side) => t(`direction.${side}`));
  const whence = from.reduce((before, side) => t('need.and', { first: before, second: side }));
  const params = { ...namesOf(world, first), sides: t('need.from', { side: whence }) };
  return t(isRead ? `need.${first.kind}.read` : `need.${first.kind}`, params);
}

/** Ways without a name and landmarks of one name are told by the same words: each sentence once. */
const textsOf = (world: World, needs: readonly Need[], isRead: boolean): readonly string[] => [
  ...new Set([...groupedBy(needs, alike).values()].map((group) => saidOf(world, group, isRead))),
];

/** Sentences on what nobody can read, no two the same. */
export const unreadTexts = (world: World, needs: readonly Need[]): readonly string[] => textsOf(world, needs, false);

/** What can be read, and by whom; no two the same. */
export const readTexts = (world: World, needs: readonly Need[]): readonly string[] => textsOf(world, needs, true);
