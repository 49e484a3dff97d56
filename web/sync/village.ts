/** The records of a village, the edits sent to it, and the log of its changes. */
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind, RecordOf } from '../../domain/records/record.ts';
import { worldOf, type RoadElsewhere, type World } from '../../domain/records/world.ts';
import { call, type Answer } from './api.ts';

/** One line of the log, as this person's role may see it. */
export interface Entry {
  readonly sequence: number;
  readonly editId: Id;
  readonly kind: EditKind;
  readonly author: { readonly id: Id; readonly displayName: string };
  /** ISO 8601. */
  readonly at: string;
  /** The edit that a change.revert undoes. */
  readonly reverts: Id | null;
  readonly change: Change;
}

/** An entry whose change may hold only the first of the records it touches. */
export interface BriefEntry extends Entry {
  /** How many records the whole change touches. */
  readonly touched: number;
}

export const isWhole = ({ change: { created, updated, deleted }, touched }: BriefEntry): boolean =>
  created.length + updated.length + deleted.length === touched;

export interface ChangeFilter {
  readonly author: Id | null;
  /** The first word of the edit kinds: house, road… */
  readonly subject: string | null;
  readonly record: Id | null;
}

interface VillageBody {
  readonly sequence: number;
  readonly records: { readonly [K in RecordKind]?: readonly RecordOf[K][] };
  readonly roadsElsewhere: readonly RoadElsewhere[];
}

export interface LoadedVillage {
  readonly sequence: number;
  readonly world: World;
}

const villagePath = (villageId: Id): string => `/api/villages/${villageId}`;

export async function loadVillage(villageId: Id): Promise<Answer<LoadedVillage>> {
  const answer = await call<VillageBody>('GET', villagePath(villageId));
  if (!answer.ok) return answer;
  const { sequence, records, roadsElsewhere } = answer.value;
  const world = { ...worldOf(Object.values(records).flat()), roadsElsewhere };
  return { ok: true, value: { sequence, world } };
}

/**
 * Sending the same edit again is harmless: the server answers as it did the first time. It takes the edit only from its
 * author, whoever has signed in at this browser meanwhile.
 */
export const sendEdit = ({ id, villageId, kind, input, basis, author }: Edit): Promise<Answer<Entry>> =>
  call('POST', `${villagePath(villageId)}/edits`, { id, kind, input, basis }, { 'x-account': author });

/** Newest first; `before` is the sequence of the oldest entry already known. */
export function readChanges(
  villageId: Id,
  before: number | null,
  limit: number,
  filter: Partial<ChangeFilter> = {},
): Promise<Answer<{ readonly entries: readonly BriefEntry[] }>> {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries({ before, ...filter })) if (value !== null) query.set(name, String(value));
  return call('GET', `${villagePath(villageId)}/changes?${query}`);
}

export const readChange = (villageId: Id, editId: Id): Promise<Answer<Entry>> =>
  call('GET', `${villagePath(villageId)}/changes/${editId}`);

export const readAuthors = (villageId: Id): Promise<Answer<{ readonly authors: readonly Entry['author'][] }>> =>
  call('GET', `${villagePath(villageId)}/changes/authors`);
