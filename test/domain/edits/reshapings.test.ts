/** Properties of reshaping roads in random villages: under a decision, without one, and taken back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLine, fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { planReshaping, type ReshapingInput } from '../../../domain/edits/numberingReshape.ts';
import { mergeableWith } from '../../../domain/edits/roadMerge.ts';
import { run } from '../../../domain/edits/run.ts';
import { lineLengthMeters, positionAt } from '../../../domain/geometry/line.ts';
import type { Address } from '../../../domain/records/address.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { anEdit, idOf, newId } from '../builders.ts';
import { profileIds, randomVillageUnder } from '../addressing/randomVillage.ts';
import { contentOf, done, numbered, undone } from './doing.ts';

const firstDecision = { id: idOf(0xd1), number: '1/QĐ-UBND', date: '2024-01-05', signatory: 'Chủ tịch', scope: 'Cấp' };
const decision = { id: idOf(0xd2), number: '2/QĐ-UBND', date: '2026-11-20', signatory: 'Chủ tịch', scope: 'Đổi' };
const under = { decisionId: decision.id, date: decision.date };

/** Those drafts become official that can: in some villages some lanes have no name. */
const issuedOf = (world: World, chosen: readonly boolean[]): World =>
  [...world.address.values()]
    .filter((_, index) => chosen[index % chosen.length])
    .reduce((step, { id }) => {
      const change = run(step, anEdit(step, 'address.issue', { addressIds: [id], decision: firstDecision }, [id]));
      return isRefusal(change) ? step : applyChange(step, change);
    }, world);

const issuedIn = (world: World): Address[] => [...world.address.values()].filter(({ state }) => state === 'issued');
const reading = (world: World, address: Address) =>
  addressLine(world, address, { form: 'long', language: 'vi', withUnits: false });

interface Choice {
  readonly kind: ReshapingInput['kind'];
  readonly pick: number;
  readonly percent: number;
}
const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom('road.split', 'road.merge', 'road.extend', 'road.reverse'),
  pick: fc.nat(30),
  percent: fc.integer({ min: 1, max: 99 }),
});

/** A reshaping of some road; a road is split first where two are to be merged, so that there are two. */
function chosenIn(world: World, { kind, pick, percent }: Choice): ReshapingInput | null {
  const roads = [...world.road.values()];
  const { id, line, class: roadClass } = roads[pick % roads.length]!;
  switch (kind) {
    case 'road.split': {
      const at = positionAt(line, (lineLengthMeters(line) * percent) / 100).position;
      const newName = roadClass === 'road' ? 'Đường Tách Riêng' : `Ngõ Tách ${percent}`;
      return { kind, input: { id, at, newRoadId: newId(), newName } };
    }
    case 'road.merge': {
      const pairs = roads.flatMap((road) => mergeableWith(world, road).map((other) => [road.id, other] as const));
      const pair = pairs[percent % Math.max(pairs.length, 1)];
      return pair ? { kind, input: { keepId: pair[0], otherId: pair[1] } } : null;
    }
    case 'road.extend': {
      const [first, second] = [line.coordinates[0]!, line.coordinates[1]!];
      const outward = [first[0] - (second[0] - first[0]) / 5, first[1] - (second[1] - first[1]) / 5] as const;
      return { kind, input: { id, end: 'start', positions: [outward] } };
    }
    case 'road.reverse':
      return { kind, input: { id, reason: 'Theo ý dân' } };
  }
}

const targetsOf = ({ kind, input }: ReshapingInput): string[] =>
  kind === 'road.merge' ? [input.keepId, input.otherId] : [input.id];

/** Half the villages begin with a road in two pieces. */
function prepared(world: World, pick: number): World {
  const roads = [...world.road.values()].filter((road) => road.class === 'road');
  const { id, line } = roads[pick % roads.length]!;
  const at = positionAt(line, lineLengthMeters(line) / 2).position;
  return done(world, 'road.split', { id, at, newRoadId: newId(), newName: 'Đường Nửa Kia' }, [id]).world;
}

describe.each(profileIds)('under %s', (profileId) => {
  const village = fc
    .tuple(randomVillageUnder(profileId), fc.boolean(), fc.nat(9))
    .map(([{ world }, isPrepared, pick]) => (isPrepared ? prepared(world, pick) : world));
  const bits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

  // fast-check prints the seed and the smallest failing village.
  it('a decision changes just the addresses it shows: each retired as it read, each house with another in its place', () => {
    let shown = 0;
    const property = fc.property(village, bits, choice, (world, chosen, choice) => {
      const before = issuedOf(numbered(world), chosen);
      const reshaping = chosenIn(before, choice);
      if (!reshaping) return;
      const plan = planReshaping(before, reshaping, newId(), '2026-11-23', under);
      if (isRefusal(plan) || plan.rows.length === 0) return;
      shown += 1;
      const input = { reshaping, decision, digest: plan.digest };
      const result = run(before, anEdit(before, 'numbering.reshape', input, targetsOf(reshaping)));
      // The line may cross itself or leave the village; never may an address be the reason.
      if (isRefusal(result)) {
        expect(['line-crosses-itself', 'outside-village']).toContain(result.code);
        return;
      }
      const change = done(before, 'numbering.reshape', input, targetsOf(reshaping));
      const after = change.world;
      const rows = new Map(plan.rows.map((row) => [row.houseId, row]));
      for (const old of issuedIn(before)) {
        const now = after.address.get(old.id)!;
        const row = rows.get(old.houseId);
        if (!row) {
          const { measureMeters } = now;
          expect({ ...now, version: 0 }).toEqual({ ...old, measureMeters, version: 0 });
          expect(reading(after, now)).toBe(reading(before, old));
          continue;
        }
        expect(now).toMatchObject({ state: 'retired', retiredAs: row.oldFull, roadId: old.roadId });
        const next = issuedIn(after).find(({ houseId }) => houseId === old.houseId)!;
        expect(fullNumber(after, next)).toBe(row.newFull);
        expect([next.entrance, next.plusCode, next.decisionId]).toEqual([old.entrance, old.plusCode, decision.id]);
        // Of two ways without a name a house may read the same on either.
        expect([reading(after, next), next.side, next.roadId]).not.toEqual([
          reading(before, old),
          old.side,
          old.roadId,
        ]);
      }
      expect(issuedIn(after)).toHaveLength(issuedIn(before).length);
      const again = numbered(after);
      expect(issuedIn(again)).toEqual(issuedIn(after));
      expect(numbered(again)).toBe(again);
      expect(contentOf(undone(change))).toEqual(contentOf(before));
    });
    // A lane without a name above an issued group address stays without one.
    fc.assert(property, { numRuns: 30, seed: 149117985 });
    fc.assert(property, { numRuns: 80 });
    expect(shown).toBeGreaterThan(10);
  });

  it('without a decision no issued address reads otherwise, and taken back the village is as it was', () => {
    let acts = 0;
    fc.assert(
      fc.property(village, bits, choice, (world, chosen, choice) => {
        const before = issuedOf(
          numbered(world),
          chosen.map((bit, index) => bit && index < 3),
        );
        const reshaping = chosenIn(before, choice);
        if (!reshaping) return;
        const { kind, input } = reshaping;
        if (isRefusal(run(before, anEdit(before, kind, input, targetsOf(reshaping))))) return;
        acts += 1;
        const change = done(before, kind, input, targetsOf(reshaping));
        const readings = (world: World) => issuedIn(world).map((a) => [a.id, a.houseId, a.plusCode, reading(world, a)]);
        expect(readings(change.world)).toEqual(readings(before));
        expect(readings(numbered(change.world))).toEqual(readings(before));
        expect(contentOf(undone(change))).toEqual(contentOf(before));
      }),
      { numRuns: 80 },
    );
    expect(acts).toBeGreaterThan(10);
  });
});
