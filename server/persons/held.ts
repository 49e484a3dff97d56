/** All that is held of one household, as far as records and logs tell: for the person who asks for it (RULES §6). */
import type { PersonCollection } from '../../domain/households/personCollection.ts';
import type { PersonRequest } from '../../domain/households/personRequest.ts';
import type { Kysely } from 'kysely';
import { addressLine } from '../../domain/addressing/fullNumber.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Household } from '../../domain/records/household.ts';
import type { World } from '../../domain/records/world.ts';
import { changesBefore, type Entry } from '../db/changes.ts';
import { listExports, type ExportEntry } from '../db/exports.ts';
import { listPersonCollections } from '../db/personCollections.ts';
import { listPersonRequests } from '../db/personRequests.ts';
import { listPrivateReads, type PrivateRead } from '../db/privateReads.ts';
import type { Tables } from '../db/tables.ts';

export interface Held {
  readonly householdId: Id;
  /** Null when it is in the list no more. */
  readonly household: Household | null;
  /** Its address as it is written now. */
  readonly address: string | null;
  /** Of the household's house. */
  readonly cameras: readonly string[];
  /** What was done to it, the latest first; the values of then are in `values`. */
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly kind: string;
    readonly values: Pick<Household, 'headName' | 'phone'> | null;
  }[];
  readonly reads: readonly PrivateRead[];
  /** Full lists taken since it was first written down: those that may have carried it. */
  readonly exports: readonly ExportEntry[];
  readonly requests: readonly PersonRequest[];
  readonly collections: readonly Pick<PersonCollection, 'name' | 'purpose' | 'collectedOn' | 'endsOn' | 'erased'>[];
}

/** More lines than any log has of one household. */
const most = 1000;

/** Null where nothing was ever known under this id. */
export async function heldOf(db: Kysely<Tables>, villageId: Id, world: World, id: Id): Promise<Held | null> {
  const household = world.household.get(id) ?? null;
  const history = await changesBefore(db, villageId, null, most, { recordId: id });
  if (!household && history.length === 0) return null;
  const { houseId = null } = household ?? {};
  const address = houseId === null ? undefined : currentAddresses(world).get(houseId);
  const cameras = [...world.camera.values()].filter((one) => one.owner === 'household' && one.houseId === houseId);
  const since = history.at(-1)?.at ?? '';
  const carriesIt = ({ variant, contents, at }: ExportEntry): boolean =>
    variant === 'full' && at >= since && (contents === 'households' || contents === 'addresses' || cameras.length > 0);
  const requests = await listPersonRequests(db, villageId);
  const collections = await listPersonCollections(db, villageId);
  return {
    householdId: id,
    household,
    address: address ? addressLine(world, address, { form: 'long', language: 'vi', withUnits: true }) : null,
    cameras: houseId === null ? [] : cameras.map(({ name, model }) => name ?? model ?? 'Camera'),
    history: history.map((entry) => ({
      at: entry.at,
      by: entry.author.displayName,
      kind: entry.kind,
      values: valuesIn(entry, id),
    })),
    reads: await listPrivateReads(db, villageId, { householdId: id, limit: most }),
    exports: (await listExports(db, villageId, 10_000)).filter(carriesIt),
    requests: requests.filter(({ householdId }) => householdId === id),
    collections: collections.filter(({ householdIds }) => householdIds.includes(id)),
  };
}

/** What stood in the record after the change, or before it where it went. */
function valuesIn({ change }: Entry, id: Id): Held['history'][number]['values'] {
  const after = [...change.created, ...change.updated.map(([, item]) => item), ...change.deleted];
  const found = after.find((item) => item.id === id);
  return found?.kind === 'household' ? { headName: found.headName, phone: found.phone } : null;
}
