/** What holds in every world: checked on what a Change touches, for every edit alike. */
import { groupedBy } from '../grouped.ts';
import type { Change } from '../records/change.ts';
import type { PlatformAnswer } from '../records/platformAnswer.ts';
import { referencesOf, recordKinds, type AnyRecord, type RecordKind } from '../records/record.ts';
import { applyChange, recordsOf, villageOf, type World } from '../records/world.ts';
import { addressRefusal, indexAddresses, issuedTouched, readingTouched } from './addressRule.ts';
import { consentRefusal } from './consentRule.ts';
import { dateRefusal } from './dateRule.ts';
import { outsideRefusal, placeRefusal } from './placeRule.ts';
import { refuse, type Refusal } from './refusal.ts';
import { bearersByName, lanesRefusal, roadRefusal, sameNameRefusal } from './roadRule.ts';
import { signRefusal } from './signRule.ts';
import { textRefusal } from './textRule.ts';

export function firstViolation(world: World, change: Change, undoing = false): Refusal | undefined {
  for (const violation of violations(world, change, undoing)) return violation;
  return undefined;
}

/** All violations, at most one a record; for imports that want to leave out just what is wrong. */
export function violationsOf(world: World, change: Change): Refusal[] {
  return [...violations(world, change, false)];
}

function* violations(world: World, change: Change, undoing: boolean): Generator<Refusal> {
  const touched = undoing ? undefined : issuedTouched(change);
  if (touched) yield touched;
  const after = applyChange(world, change);
  const renamed = readingTouched(world, after, change);
  if (renamed) yield renamed;
  const kinds = new Set([...change.created, ...change.updated.map(([, item]) => item)].map((item) => item.kind));
  const bearers = kinds.has('road') ? bearersByName(after) : new Map();
  const addresses = kinds.has('address') ? indexAddresses(after) : undefined;
  const codes = kinds.has('externalCode') ? codeBearers(after) : undefined;
  const answers = kinds.has('platformAnswer') ? groupedBy(after.platformAnswer.values(), systemOfHouse) : undefined;

  const check = (item: AnyRecord, before: AnyRecord | undefined): Refusal | undefined => {
    const broken = textRefusal(item) ?? dateRefusal(item) ?? placeRefusal(after, item) ?? missingReference(after, item);
    if (broken) return broken;
    if (item.kind === 'road') {
      const renamed = before?.kind !== 'road' || before.name !== item.name;
      return (
        roadRefusal(after, item) ??
        (before ? lanesRefusal(after, item) : undefined) ??
        (renamed ? sameNameRefusal(bearers, item) : undefined)
      );
    }
    if (item.kind === 'address' && addresses) return addressRefusal(after, addresses, item);
    if (item.kind === 'externalCode' && codes) {
      const other = codes.get(`${item.scheme}|${item.value}`)?.find(({ id }) => id !== item.id);
      if (other) return refuse('external-code-taken', [item.houseId, other.houseId], { scheme: item.scheme });
    }
    if (item.kind === 'platformAnswer' && answers && (answers.get(systemOfHouse(item))?.length ?? 0) > 1)
      return refuse('answer-twice', [item.houseId], { system: item.system });
    if (item.kind === 'sign') return signRefusal(after, item, before?.kind === 'sign' ? before : undefined);
    if (item.kind === 'camera') return consentRefusal(item);
    if (item.kind === 'village' && before) return leftOutside(after);
    return undefined;
  };
  for (const item of change.created) {
    const violation = check(item, undefined);
    if (violation) yield violation;
  }
  for (const [before, item] of change.updated) {
    const violation = check(item, before);
    if (violation) yield violation;
  }
  const orphan = change.deleted.length > 0 ? stillReferred(after, change.deleted) : undefined;
  if (orphan) yield orphan;
}

function missingReference(after: World, item: AnyRecord): Refusal | undefined {
  for (const [field, kind, id] of referencesOf(item)) {
    if (!after[kind].has(id)) return refuse('reference-missing', [item.id], { field, id });
  }
  return undefined;
}

/** The kinds that may refer to each kind. */
const referrers: readonly RecordKind[] = recordKinds.filter(
  (kind) => !['village', 'decision', 'landmark', 'candidate', 'exception'].includes(kind),
);

function stillReferred(after: World, deleted: readonly AnyRecord[]): Refusal | undefined {
  const gone = new Set(deleted.filter((item) => !after[item.kind].has(item.id)).map((item) => item.id));
  for (const kind of referrers) {
    for (const item of after[kind].values()) {
      for (const [, , id] of referencesOf(item))
        if (gone.has(id)) return refuse('record-in-use', [id, item.id], { kind });
    }
  }
  return undefined;
}

function leftOutside(after: World): Refusal | undefined {
  const boundary = villageOf(after)?.boundary;
  if (!boundary) return undefined;
  for (const item of recordsOf(after)) {
    const outside = outsideRefusal(boundary, item);
    if (outside) return outside;
  }
  return undefined;
}

const systemOfHouse = ({ houseId, system }: PlatformAnswer): string => `${houseId}|${system}`;

function codeBearers(world: World): ReadonlyMap<string, { readonly id: string; readonly houseId: string }[]> {
  const bearers = new Map<string, { readonly id: string; readonly houseId: string }[]>();
  for (const code of world.externalCode.values()) {
    const key = `${code.scheme}|${code.value}`;
    bearers.set(key, [...(bearers.get(key) ?? []), code]);
  }
  return bearers;
}
