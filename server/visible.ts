/** What a role sees of records and changes: no households, nothing said of one, and no household cameras without the right (RULES §6). */
import { checksAboutPersons } from '../domain/checks/aboutPersons.ts';
import { maySeeHouseholdCameras, maySeePersons, type Role } from '../domain/permissions.ts';
import type { Change } from '../domain/records/change.ts';
import type { AnyRecord } from '../domain/records/record.ts';

export interface Visibility {
  readonly persons: boolean;
  readonly householdCameras: boolean;
}

export const visibilityOf = (role: Role): Visibility => ({
  persons: maySeePersons(role),
  householdCameras: maySeeHouseholdCameras(role),
});

const aboutPersons: ReadonlySet<string> = new Set(checksAboutPersons);

const isVisible = (item: AnyRecord, sees: Visibility): boolean =>
  (item.kind !== 'household' || sees.persons) &&
  (item.kind !== 'camera' || item.owner !== 'household' || sees.householdCameras) &&
  (item.kind !== 'exception' || !aboutPersons.has(item.checkId) || sees.persons);

/** A record that becomes visible by the change appears as created, one that stops being visible as deleted. */
export function visibleChange(change: Change, sees: Visibility): Change {
  if (sees.persons && sees.householdCameras) return change;
  const visible = (item: AnyRecord) => isVisible(item, sees);
  const appearing = change.updated.filter(([before, after]) => !visible(before) && visible(after));
  const vanishing = change.updated.filter(([before, after]) => visible(before) && !visible(after));
  return {
    created: [...change.created.filter(visible), ...appearing.map(([, after]) => after)],
    updated: change.updated.filter(([before, after]) => visible(before) && visible(after)),
    deleted: [...change.deleted.filter(visible), ...vanishing.map(([before]) => before)],
  };
}
