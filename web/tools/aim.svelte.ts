/** The cross in the middle of the map: the map moves under it, a button or the space bar sets the point. */
import type { Position } from '../../domain/geometry/shapes.ts';
import { setAiming } from './reach.svelte.ts';
import { toolGrabs, toolHolds, toTool } from './session.svelte.ts';

let isAiming = $state(false);
let aimed: Position | null = $state.raw(null);

export const aim = {
  /** Chosen on a phone, where a finger hides what it points at. */
  get isOn(): boolean {
    return isAiming;
  },
  set isOn(next: boolean) {
    isAiming = next;
    setAiming(next);
    // What one way of pointing has taken hold of, the other one cannot carry on.
    if (toolHolds()) toTool({ type: 'undo-point' });
    if (next && aimed) toTool({ type: 'hover', position: aimed });
  },
  get isHolding(): boolean {
    return toolHolds();
  },
  /** There is something under the cross to take hold of. */
  get canTake(): boolean {
    return aimed !== null && toolGrabs(aimed);
  },
  /** The map has moved under the cross; `isFollowed`: the tool is to know. */
  moveTo(position: Position, isFollowed: boolean): void {
    aimed = position;
    if (isFollowed) toTool({ type: toolHolds() ? 'drag' : 'hover', position });
  },
  /** Sets a point under the cross; where a tool takes hold, first the taking, then the putting down. */
  act(isSteady = false): void {
    if (!aimed) return;
    if (toolHolds()) toTool({ type: 'release', position: aimed });
    else if (toolGrabs(aimed)) toTool({ type: 'press', position: aimed });
    else toTool({ type: 'click', position: aimed, isSteady });
  },
};
