/** What a record is called in lists, messages and headings. */
import { fullNumber } from '../../domain/addressing/fullNumber.ts';
import { isNamed, roadLabel } from '../../domain/addressing/roadName.ts';
import type { CheckId } from '../../domain/checks/checks.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { formatDate } from '../i18n/format.ts';
import { language } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import { currentAddressOf } from '../state/lists.ts';
import { nameShown } from '../state/personsShown.svelte.ts';

export function roadTitle(world: World, road: Road): string {
  if (road.class === 'access' && road.name === null) return t('class.access');
  return isNamed(road) || language.current === 'vi'
    ? roadLabel(world, road)
    : t('road.unnamedTitle', { class: t(`class.${road.class}`) });
}

/** A way with those it opens from: several roads may have an "Ngõ 5". */
export function roadTitleInFull(world: World, road: Road): string {
  const titles: string[] = [];
  const seen = new Set<Road>();
  for (let way: Road | undefined = road; way && !seen.has(way); way = world.road.get(way.parentRoadId ?? '')) {
    seen.add(way);
    titles.push(roadTitle(world, way));
  }
  return titles.join(', ');
}

/** The same of a way's id; empty for one that is not there. */
export function titleOfRoad(world: World, roadId: Id): string {
  const road = world.road.get(roadId);
  return road ? roadTitleInFull(world, road) : '';
}

export function recordTitle(world: World, record: AnyRecord): string {
  switch (record.kind) {
    case 'road':
      return roadTitle(world, record);
    case 'house': {
      const address = currentAddressOf(world, record.id);
      if (record.name !== null) return record.name;
      return address ? t('house.numbered', { number: fullNumber(world, address) }) : t('house.unnumbered');
    }
    case 'household':
      return nameShown(record) ?? t('household.ordinal', { ordinal: record.ordinal });
    case 'address':
      return t('house.numbered', { number: fullNumber(world, record) });
    case 'sign':
      return textOnOneLine(record.faces);
    case 'camera':
      return record.name ?? t(`owner.${record.owner}`);
    case 'lamp':
      return t('kind.lamp');
    case 'landmark':
    case 'village':
      return record.name;
    case 'exception':
      return t(`check.${record.checkId as CheckId}`);
    case 'externalCode':
      return record.value;
    case 'platformAnswer':
      return `${t(`answerSystem.${record.system}`)}: ${t(`verdict.${record.verdict}`)}`;
    case 'candidate':
      return t('kind.candidate');
    case 'decision':
      return t('decision.title', { number: record.number, date: formatDate(record.date) });
  }
}
