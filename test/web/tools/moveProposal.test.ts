import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { localFrame } from '../../../domain/geometry/localFrame.ts';
import { signOf } from '../../../domain/signs/plannedPosts.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { moveProposal } from '../../../web/tools/moveProposal.ts';
import { at, newId } from '../../domain/builders.ts';
import { across, upright, village } from '../../domain/signs/villages.ts';
import { contextOf, decided, work } from './hand.ts';

const world = village(across, upright);
const frame = localFrame(at(0, 0));
const isNear = ([x, y]: readonly [number, number]) => Math.hypot(x, y) < 20;
const proposedSigns = siteSigns(world)
  .proposals.filter(({ place }) => isNear(frame.toMeters(place)))
  .map((proposal) => signOf(proposal, newId()));
const context = contextOf(world, { options: { ...firstOptions, proposedSigns } });
const [x, y] = frame.toMeters(proposedSigns[0]!.place);

describe('moving a proposed post', () => {
  it('both plates go along, and are accepted there in one edit', () => {
    const worked = work(moveProposal, context, [
      ['press', x, y],
      ['drag', x + 3, y + 2],
      ['drag', x + 6, y + 4],
      ['release', x + 6, y + 4],
      'finish',
    ]);
    const change = decided(world, worked);
    if (isRefusal(change)) throw new Error(change.code);
    expect(change.created).toHaveLength(2);
    for (const sign of change.created) {
      if (sign.kind !== 'sign') throw new Error(sign.kind);
      const [east, north] = frame.toMeters(sign.place);
      expect([east - x, north - y].map(Math.round)).toEqual([6, 4]);
      expect(sign).toMatchObject({ state: 'planned', post: 'new' });
    }
  });

  it('turned, both turn by as much', () => {
    const { edits } = work(moveProposal, context, [{ type: 'turn', degrees: 15 }, 'finish']);
    const { signs } = edits[0]!.input as { signs: typeof proposedSigns };
    expect(
      signs.map(({ facingDegrees }, index) => (facingDegrees - proposedSigns[index]!.facingDegrees + 360) % 360),
    ).toEqual([15, 15]);
  });

  it('by keys it goes in metres, and one step back puts it where it was proposed', () => {
    const nudge = { type: 'nudge', eastMeters: 1, northMeters: 0 } as const;
    const { state } = work(moveProposal, context, [nudge, nudge]);
    expect(Math.round(frame.toMeters(moveProposal.signs!(state, context)[0]!.place)[0] - x)).toBe(2);
    expect(work(moveProposal, context, [nudge, 'undo-point']).state.signs).toEqual(proposedSigns);
  });

  it('elsewhere the map pans, and without a proposal nothing is done', () => {
    const start = moveProposal.start(context);
    expect(moveProposal.grabs!(start, at(x, y), context)).toBe(true);
    expect(moveProposal.grabs!(start, at(x + 90, y), context)).toBe(false);
    const empty = contextOf(world);
    expect(work(moveProposal, empty, ['finish']).edits).toEqual([]);
    expect(moveProposal.status(moveProposal.start(empty), empty).canFinish).toBe(false);
  });
});
