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
  readonly change: Change;
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

/** Sending the same edit again is harmless: the server answers as it did the first time. */
export const sendEdit = ({ id, villageId, kind, input, basis }: Edit): Promise<Answer<Entry>> =>
  call('POST', `${villagePath(villageId)}/edits`, { id, kind, input, basis });

/** Newest first; `before` is the sequence of the oldest entry already known. */
export const readChanges = (
  villageId: Id,
  before: number | null,
  limit: number,
): Promise<Answer<{ readonly entries: readonly Entry[] }>> =>
  call('GET', `${villagePath(villageId)}/changes?limit=${limit}${before === null ? '' : `&before=${before}`}`);
