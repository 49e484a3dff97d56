/** A line of the log in words: what was done, and to what. */
import type { AnyRecord } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import type { Entry } from '../sync/village.ts';
import { recordTitle } from './label.ts';

/** The records a line is about: those made or changed, else those deleted. */
function touched({ change }: Entry): readonly AnyRecord[] {
  const left = [...change.created, ...change.updated.map(([, after]) => after)];
  return left.length > 0 ? left : change.deleted;
}

export function entryText(world: World, entry: Entry): string {
  const what = capitalized(t(`edit.${entry.kind}`));
  const records = touched(entry);
  const [first] = records;
  if (!first) return what;
  if (records.length > 3) return t('history.many', { what, count: formatNumber(records.length) });
  return t('history.one', { what, record: recordTitle(world, first) });
}

const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Something of the line that is still on the map, to fly to. */
export function shownRecordOf(world: World, entry: Entry): AnyRecord | undefined {
  for (const record of touched(entry)) {
    const place = record.kind === 'address' ? world.house.get(record.houseId) : world[record.kind].get(record.id);
    const isOnMap = place && place.kind !== 'decision' && place.kind !== 'household' && place.kind !== 'externalCode';
    if (isOnMap) return place;
  }
  return undefined;
}
