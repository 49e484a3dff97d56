/**
 * Roads reshaped although it changes issued addresses, under a decision: each one that reads otherwise is retired and a
 * new one issued in its place, old → new as in `numbering.renumber`. What the reshaping does not touch keeps its number.
 */
import type { Static } from 'typebox';
import * as Type from 'typebox';
import { digestOf } from '../addressing/digest.ts';
import { fullNumber } from '../addressing/fullNumber.ts';
import { planNumbering } from '../addressing/numberingPlan.ts';
import type { Warning } from '../addressing/warning.ts';
import type { DeepReadonly } from '../plain.ts';
import type { Address } from '../records/address.ts';
import { joinChanges, nextVersion, type Change } from '../records/change.ts';
import { dayOf } from '../records/day.ts';
import { record, text, type Id } from '../records/fields.ts';
import { deriveId } from '../records/identifier.ts';
import { changeBetween } from '../records/worldChange.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { errorsStand, newlyIssued } from './errorsStand.ts';
import { decisionInput } from './fields.ts';
import { unnamedWayOf } from './issued.ts';
import { refuse, type Refusal, type RefusalCode } from './refusal.ts';
import { isSameAddress, type Reshaping } from './reshaping.ts';
import { extendInput, extendRoad } from './roadExtend.ts';
import { mergeInput, mergeRoads } from './roadMerge.ts';
import { reverseInput, reverseRoad } from './roadReverse.ts';
import { splitInput, splitRoad } from './roadSplit.ts';
import { underDecision } from './underDecision.ts';

/** The edit of roads that is done, with its own input. */
export const reshapingInput = Type.Union([
  record({ kind: Type.Literal('road.split'), input: splitInput }),
  record({ kind: Type.Literal('road.merge'), input: mergeInput }),
  record({ kind: Type.Literal('road.extend'), input: extendInput }),
  record({ kind: Type.Literal('road.reverse'), input: reverseInput }),
]);
export type ReshapingInput = DeepReadonly<Static<typeof reshapingInput>>;

/** What the edits of roads say where only a decision can do it. */
const needsDecision: readonly RefusalCode[] = ['reshaping-changes-issued', 'road-grows-at-start', 'address-issued'];

/** A refused edit as one that can be done under a decision; null where a decision does not help. */
export function underDecisionOf(
  { kind, input }: { readonly kind: string; readonly input: unknown },
  { code }: Refusal,
): ReshapingInput | null {
  const kinds: readonly string[] = reshapingInput.anyOf.map(({ properties }) => properties.kind.const);
  return kinds.includes(kind) && needsDecision.includes(code) ? ({ kind, input } as ReshapingInput) : null;
}

export const numberingReshape = defineEdit({
  kind: 'numbering.reshape',
  input: record({
    reshaping: reshapingInput,
    decision: decisionInput,
    /** Of the plan that was shown (`planReshaping`); another plan than that one is not applied. */
    digest: text(64),
  }),
  targets: ({ reshaping }) =>
    reshaping.kind === 'road.merge' ? [reshaping.input.keepId, reshaping.input.otherId] : [reshaping.input.id],
  run: (world, edit) => {
    const { reshaping, decision, digest } = edit.input;
    const recorded = underDecision(world, decision);
    if (isRefusal(recorded)) return recorded;
    const under = { decisionId: decision.id, date: decision.date };
    const plan = planReshaping(world, reshaping, edit.id, dayOf(edit.at), under);
    if (isRefusal(plan)) return plan;
    if (plan.digest !== digest) return refuse('preview-outdated');
    if (plan.rows.length === 0) return refuse('renumbering-touches-nothing-issued');
    const after = applyChange(world, plan.change);
    return errorsStand(after, newlyIssued(plan.change)) ?? joinChanges(recorded, plan.change);
  },
});

/** One issued address that reads otherwise, or ends because its house is gone. */
export interface ReshapingRow {
  readonly houseId: Id;
  readonly oldRoadId: Id;
  readonly oldFull: string;
  /** Null: withdrawn, its house is demolished. */
  readonly newRoadId: Id | null;
  readonly newFull: string | null;
}

export interface ReshapingPlan {
  /** In the order of the houses' ids. */
  readonly rows: readonly ReshapingRow[];
  readonly warnings: readonly Warning[];
  readonly change: Change;
  readonly digest: string;
}

export function reshapeRoads(world: World, { kind, input }: ReshapingInput): Reshaping | Refusal {
  switch (kind) {
    case 'road.split':
      return splitRoad(world, input);
    case 'road.merge':
      return mergeRoads(world, input);
    case 'road.extend':
      return extendRoad(world, input);
    case 'road.reverse':
      return reverseRoad(world, input);
  }
}

/**
 * Pure; for the preview any edit id and decision will do, rows and digest do not depend on them. `on`: the day it is
 * done (yyyy-mm-dd), for numbers that rest.
 */
export function planReshaping(
  world: World,
  reshapingInput: ReshapingInput,
  editId: Id,
  on: string,
  under: { readonly decisionId: Id; readonly date: string },
): ReshapingPlan | Refusal {
  const reshaping = reshapeRoads(world, reshapingInput);
  if (isRefusal(reshaping)) return reshaping;
  const { after, roadIds, anew } = reshaping;
  const open = numberedAnew(after, anew);
  const plan = planNumbering(open, roadIds, editId, { on });
  const numbered = applyChange(open, plan.change);

  const now = new Map<Id, Address>();
  for (const address of numbered.address.values()) {
    if (address.state !== 'retired' && (address.state === 'issued' || anew.has(address.id)))
      now.set(address.houseId, address);
  }
  const left = [...world.address.values()].filter(
    ({ state, houseId }) => state === 'issued' && !now.has(houseId) && world.house.get(houseId)?.state !== 'demolished',
  );
  // Left without a number among the new ones, a house would lose its address without anybody having said so.
  if (left.length > 0) {
    return refuse(
      'renumbering-leaves-houses',
      left.map(({ houseId }) => houseId),
      { count: left.length },
    );
  }
  const addresses = new Map(numbered.address);
  const rows: ReshapingRow[] = [];
  let made = plan.change.created.length;
  const issued = [...world.address.values()].filter(({ state }) => state === 'issued');
  for (const old of issued.sort((a, b) => (a.houseId < b.houseId ? -1 : 1))) {
    const next = now.get(old.houseId);
    if (isSameAddress(world, old, numbered, next)) {
      // The same address: its measure goes along with the line of its road, and stays with it.
      const isRedrawn = world.road.get(old.roadId)!.line !== numbered.road.get(old.roadId)!.line;
      addresses.set(old.id, isRedrawn ? { ...old, measureMeters: next!.measureMeters } : old);
      continue;
    }
    const oldFull = fullNumber(world, old);
    const end = {
      state: 'retired',
      retiredDecisionId: under.decisionId,
      retiredOn: under.date,
      retiredAs: oldFull,
    } as const;
    addresses.set(old.id, nextVersion(old, end));
    rows.push({
      houseId: old.houseId,
      oldRoadId: old.roadId,
      oldFull,
      newRoadId: next?.roadId ?? null,
      newFull: next ? fullNumber(numbered, next) : null,
    });
    if (!next) continue;
    const unnamed = unnamedWayOf(numbered, next);
    if (unnamed) return refuse('road-unnamed', [unnamed.id], { number: next.number });
    const id = deriveId(editId, (made += 1));
    const { roadId, measureMeters, side, number } = next;
    const place = { roadId, measureMeters, side, number, numberedBy: null };
    addresses.set(id, { ...old, ...place, id, version: 1, decisionId: under.decisionId, issuedOn: under.date });
  }
  return {
    rows,
    warnings: plan.warnings,
    change: changeBetween(world, { ...numbered, address: addresses }),
    digest: digestOf(JSON.stringify(rows)),
  };
}

/** The world in which these issued addresses are drafts again, so that numbering gives them new numbers. */
function numberedAnew(world: World, anew: ReadonlySet<Id>): World {
  const address = new Map(world.address);
  const houses = new Set([...anew].flatMap((id) => world.address.get(id)?.houseId ?? []));
  for (const item of world.address.values()) {
    if (anew.has(item.id)) {
      address.set(item.id, { ...item, state: 'draft', decisionId: null, issuedOn: null, numberedBy: null });
    } else if (item.state === 'draft' && houses.has(item.houseId)) address.delete(item.id);
  }
  return { ...world, address };
}
