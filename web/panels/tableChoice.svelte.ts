/** What a person chose to see in the table: kind, filters, order; columns are remembered on the device. */
import type { Id } from '../../domain/records/fields.ts';
import { keepSetting, readSetting } from '../state/deviceSetting.ts';
import { session } from '../state/session.svelte.ts';
import { village } from '../state/village.svelte.ts';
import type { TableColumn, TableSort } from '../state/tableView.ts';
import type { AnyRow } from './tableRows.ts';

const person = (): string => session.user?.id ?? '';
const settingOf = (kind: AnyRow['kind']): string => `table.${kind}`;

let kind = $state<AnyRow['kind']>('house');
let text = $state('');
let roadId = $state<Id | 'none' | null>(null);
let state = $state<string | null>(null);
let sort = $state.raw<TableSort | null>(null);
let kept = $state.raw(0);

export const tableChoice = {
  get kind(): AnyRow['kind'] {
    return kind;
  },
  /** Filters and order of one table mean nothing in the other. */
  set kind(next: AnyRow['kind']) {
    kind = next;
    roadId = null;
    state = null;
    sort = null;
  },
  get text(): string {
    return text;
  },
  set text(next: string) {
    text = next;
  },
  /** `none`: houses near no road; null: all, also once the road is gone. */
  get roadId(): Id | 'none' | null {
    return roadId === null || roadId === 'none' || village.world.road.has(roadId) ? roadId : null;
  },
  set roadId(next: Id | 'none' | null) {
    roadId = next;
  },
  get state(): string | null {
    return state;
  },
  set state(next: string | null) {
    state = next;
  },
  get sort(): TableSort | null {
    return sort;
  },
  set sort(next: TableSort | null) {
    sort = next;
  },
};

/** What was looked for in one village is forgotten when another is opened. */
export function resetTable(): void {
  tableChoice.kind = 'house';
  text = '';
}

/** The columns this person wants of those there are; at least the first. */
export function chosenColumns(all: readonly TableColumn<AnyRow>[]): readonly TableColumn<AnyRow>[] {
  void kept;
  const stored = readSetting(settingOf(kind), person());
  const isWanted = Array.isArray(stored)
    ? ({ id }: TableColumn<AnyRow>) => stored.includes(id)
    : ({ isExtra }: TableColumn<AnyRow>) => !isExtra;
  return all.filter((column, index) => index === 0 || isWanted(column));
}

export function keepColumns(ids: readonly string[]): void {
  keepSetting(settingOf(kind), person(), ids);
  kept += 1;
}
