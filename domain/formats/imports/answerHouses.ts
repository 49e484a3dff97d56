/**
 * Which house a row that came back means: by our id, then by its codes, then by the address as it was handed over, then
 * by the address houses have now, by place and by name; each with how sure and why. Rows whose id, code and address mean
 * different houses (one column sorted without the others) are left to a person.
 */
import { toldLine } from '../../addressing/addressTold.ts';
import { foldText } from '../../addressing/vietnameseText.ts';
import { toldInCells } from '../../coverage/funnel.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import type { ReleaseRow } from '../releases/releaseRows.ts';
import { answerSchemes, type AnswerValues } from './answerRows.ts';
import { bareCode, houseFinder, type EvidenceReason } from './houseEvidence.ts';

export type AnswerReason =
  EvidenceReason | 'external-code' | 'released-code' | 'released-address' | 'house-name' | 'place-and-name' | 'chosen';

export interface AnswerEvidence {
  readonly houseId: Id;
  readonly reason: AnswerReason;
  /** As HouseEvidence has it. */
  readonly confidence: number;
  /** The house another column of the row means; null where all agree. */
  readonly otherId: Id | null;
}

/** DESIGN, not measured, as in houseEvidence.ts. */
const confidences = {
  'released-code': 0.98,
  'external-code': 0.97,
  'released-address': 0.96,
  'place-and-name': 0.93,
  'house-name': 0.75,
} as const;
const disputed = 0.5;

/** What a row says of its address in one line, as lists of ours tell it; null where it names no number. */
export const rowLine = ({ number, alley, lane, road }: AnswerValues): string | null =>
  number === null ? null : toldLine({ number, alley, lane, road });

/** For asking about many rows of one village. `released`: as it was handed over. */
export function answerFinder(
  world: World,
  released: readonly ReleaseRow[],
): (values: AnswerValues) => AnswerEvidence | null {
  const find = houseFinder(world);
  const here = released.filter(({ houseId }) => world.house.has(houseId));
  const byCode = only(here.map(({ houseId, cells }) => [bareCode(String(cells.plusCode ?? '')), houseId]));
  const byLine = only(here.map(({ houseId, cells }) => [foldText(toldInCells(cells).address), houseId]));
  const byFull = only(here.map(({ houseId, cells }) => [foldText(String(cells.fullAddress ?? '')), houseId]));
  const byExternal = only(
    [...world.externalCode.values()].map(({ scheme, value, houseId }) => [`${scheme}|${value}`, houseId]),
  );
  const byName = only([...world.house.values()].map(({ name, id }) => [foldText(name ?? ''), id]));

  const evidence = (houseId: Id | undefined, reason: AnswerReason, confidence: number): AnswerEvidence[] =>
    houseId === undefined ? [] : [{ houseId, reason, confidence, otherId: null }];

  function told(values: AnswerValues): readonly AnswerEvidence[] {
    const { houseId, plusCode, address } = values;
    const line = rowLine(values);
    const codes = answerSchemes.map((scheme) => byExternal.get(`${scheme}|${values[scheme]}`));
    const current = plusCode === null ? null : find({ ...silent, plusCode });
    return [
      ...(houseId !== null && world.house.has(houseId) ? evidence(houseId, 'house-id', 1) : []),
      ...(plusCode === null
        ? []
        : evidence(byCode.get(bareCode(plusCode)), 'released-code', confidences['released-code'])),
      ...(current && !byCode.has(bareCode(plusCode!)) ? [{ ...current, otherId: null }] : []),
      ...codes.flatMap((id) => evidence(id, 'external-code', confidences['external-code'])),
      ...evidence(
        (line === null ? undefined : byLine.get(foldText(line))) ??
          (address === null ? undefined : byFull.get(foldText(address))),
        'released-address',
        confidences['released-address'],
      ),
    ];
  }

  function guessed(values: AnswerValues): AnswerEvidence | null {
    const found = find({ ...values, houseId: null, plusCode: null });
    const called = values.name === null ? undefined : byName.get(foldText(values.name));
    if (!found) return evidence(called, 'house-name', confidences['house-name'])[0] ?? null;
    if (called === undefined) return { ...found, otherId: null };
    if (called !== found.houseId) return { ...found, confidence: disputed, otherId: called };
    return { houseId: called, reason: 'place-and-name', confidence: confidences['place-and-name'], otherId: null };
  }

  return (values) => {
    const all = told(values);
    const [first] = all;
    if (!first) return guessed(values);
    const other = all.find(({ houseId }) => houseId !== first.houseId);
    return other ? { ...first, confidence: disputed, otherId: other.houseId } : first;
  };
}

const silent = {
  ...{ houseId: null, plusCode: null, number: null, alley: null, lane: null, road: null, address: null },
  ...{ latitude: null, longitude: null },
};

/** By a key, the house that alone has it. */
function only(pairs: readonly (readonly [key: string, houseId: Id])[]): ReadonlyMap<string, Id> {
  const found = new Map<string, Id>();
  const shared = new Set<string>();
  for (const [key, houseId] of pairs) {
    const known = found.get(key);
    if (known !== undefined && known !== houseId) shared.add(key);
    found.set(key, houseId);
  }
  for (const key of [...shared, '']) found.delete(key);
  return found;
}
