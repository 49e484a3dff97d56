/** What the checks find in a village: each finding with its severity, its identity and whether it was accepted. */
import { digestOf } from '../addressing/digest.ts';
import { waysTo } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Exception } from '../records/exception.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import type { Check, CheckContext, Found, Severity } from './check.ts';
import { checks, type CheckId } from './checks.ts';
import { rememberInPieces, type Piecewise } from '../records/remember.ts';

export interface Finding extends Omit<Found, 'severity' | 'facts' | 'mustBeFixed'> {
  readonly checkId: CheckId;
  readonly severity: Severity;
  /** Digest of what it depends on. */
  readonly facts: string;
  /** The same as long as it is the same fault of the same records. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** False where an exception means nothing: it goes away by itself, or must be put right. */
  readonly isAcceptable: boolean;
}

export interface CheckedVillage {
  /** In the order of the checks. */
  readonly open: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly exception: Exception }[];
  /** Exceptions whose records have changed, or whose fault is gone: they hold for nothing now. */
  readonly stale: readonly Exception[];
}

const noContext: CheckContext = { lastRelease: null };

/** Each check is run anew only when records of its kinds have changed. */
const lookers = checks.map((check: Check<CheckId>) => {
  const remembered = rememberInPieces(check.kinds, (world) => findingsOf(check, world));
  if (!check.needsContext) return { look: remembered.whole, advance: remembered.advance };
  const look = (world: World, context: CheckContext): readonly Finding[] =>
    [...check.look(world, context)].filter((found) => found !== undefined).map((found) => findingOf(check, found));
  return { look, advance: () => true };
});

function* findingsOf(check: Check<CheckId>, world: World): Piecewise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const found of check.look(world, noContext)) {
    if (found) findings.push(findingOf(check, found));
    yield;
  }
  return findings;
}

/** For running them one after another, a piece in each moment of rest; what is found is remembered. */
export const checkCount = lookers.length;

/** Goes on with a check by one piece; true once it has gone through the whole village. */
export const advanceCheck = (index: number, world: World): boolean => lookers[index]?.advance(world) ?? true;

export function allFindings(world: World, context: CheckContext = noContext): readonly Finding[] {
  return lookers.flatMap(({ look }) => look(world, context));
}

function findingOf(check: Check<CheckId>, found: Found): Finding {
  const facts = digestOf(JSON.stringify(found.facts ?? []));
  return {
    ...found,
    checkId: check.id,
    severity: found.severity ?? check.severity,
    facts,
    key: exceptionKey({ checkId: check.id, recordIds: found.recordIds, facts }),
    params: found.params ?? {},
    isAcceptable: check.needsContext !== true && found.mustBeFixed !== true,
  };
}

/** Which fault of which records: an exception holds for a finding with the same key. */
export const exceptionKey = ({
  checkId,
  recordIds,
  facts,
}: {
  readonly checkId: string;
  readonly recordIds: readonly Id[];
  readonly facts: string;
}): string => `${checkId}|${[...recordIds].sort().join()}|${facts}`;

export function checkVillage(world: World, context: CheckContext = noContext): CheckedVillage {
  const exceptions = new Map<string, Exception>();
  for (const exception of world.exception.values()) exceptions.set(exceptionKey(exception), exception);
  const open: Finding[] = [];
  const accepted: { readonly finding: Finding; readonly exception: Exception }[] = [];
  const held = new Set<Exception>();
  for (const finding of allFindings(world, context)) {
    const exception = exceptions.get(finding.key);
    if (!exception) open.push(finding);
    else {
      held.add(exception);
      accepted.push({ finding, exception });
    }
  }
  return { open, accepted, stale: [...world.exception.values()].filter((exception) => !held.has(exception)) };
}

/** Open errors that keep addresses from being issued: of their house, of themselves, or of a way that leads to them. */
export function errorsOn(world: World, addresses: readonly Address[]): readonly Finding[] {
  const concerned = new Set(addresses.flatMap((address) => concernedIds(world, address)));
  return openErrors(world).filter(({ recordIds }) => recordIds.some((id) => concerned.has(id)));
}

/** Those of the addresses that an open error keeps from being issued. */
export function addressesWithErrors(world: World, addresses: readonly Address[]): readonly Address[] {
  const faulty = new Set(openErrors(world).flatMap(({ recordIds }) => recordIds));
  return addresses.filter((address) => concernedIds(world, address).some((id) => faulty.has(id)));
}

const openErrors = (world: World): readonly Finding[] =>
  checkVillage(world).open.filter(({ severity }) => severity === 'error');

function concernedIds(world: World, { id, houseId, roadId }: Address): readonly Id[] {
  const road = world.road.get(roadId);
  return [houseId, id, ...(road ? waysTo(world, road).map((way) => way.id) : [])];
}
