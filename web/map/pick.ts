/** What a click, a touch or an area on the map selects. */
import type { Polygon } from '../../domain/geometry/shapes.ts';
import { t } from '../i18n/t.ts';
import { areaKinds, recordsInArea } from '../state/inArea.ts';
import { say } from '../state/toasts.svelte.ts';
import { clearSelection, select, selectMany, toggleSelected, view } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { shownRecord, type RecordRef } from './features/highlightFeatures.ts';

/** `isMore`: added to what is selected, or taken out again; beside everything it then means nothing. */
export function pick(record: RecordRef | null, isMore: boolean): void {
  const shown = record && isMore ? shownRecord(village.world, record) : undefined;
  if (shown) toggleSelected(shown.kind, shown.id);
  else if (isMore) return;
  else if (record) select(record.kind, record.id);
  else clearSelection();
}

/** Adds all that lies in an area, of the layers that can be seen. */
export function pickArea(area: Polygon): void {
  const kinds = areaKinds.filter((kind) => !view.hidden.has(`${kind}s`));
  const found = recordsInArea(village.world, area, kinds);
  if (found.length === 0) say('notice', t('pick.nothing'));
  else selectMany(found, true);
}
