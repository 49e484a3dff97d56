/** All tools by the name the interface starts them with; `select` is the absence of a tool. */
import type { ToolId } from '../state/view.svelte.ts';
import { assignHouseholds } from './assignHouseholds.ts';
import { copyHouse } from './copyHouse.ts';
import { drawHouse } from './drawHouse.ts';
import { drawOutline } from './drawOutline.ts';
import { drawRoad } from './drawRoad.ts';
import { extendRoad } from './extendRoad.ts';
import { mergeHouses } from './mergeHouses.ts';
import { mergeRoads } from './mergeRoads.ts';
import { splitHouse } from './splitHouse.ts';
import { splitRoad } from './splitRoad.ts';
import { move } from './move.ts';
import { moveNext } from './moveNext.ts';
import { moveProposal } from './moveProposal.ts';
import { paintNumbers } from './paintNumbers.ts';
import { placeCamera } from './placeCamera.ts';
import { placeLamp } from './placeLamp.ts';
import { placeCommunePoint, placeEntrance, placeLandmark, showEntrance } from './placeOnce.ts';
import { placeSign } from './placeSign.ts';
import { readFromHere } from './readFromHere.ts';
import type { Tool } from './tool.ts';
import { walk } from './walk.ts';

/** States differ from tool to tool; each is only ever handed back to the tool that made it. */
export type AnyTool = Tool<unknown>;

const tools: Readonly<Record<Exclude<ToolId, 'select'>, unknown>> = {
  'draw-road': drawRoad,
  'draw-house': drawHouse,
  'draw-outline': drawOutline,
  'copy-house': copyHouse,
  'place-entrance': placeEntrance,
  'place-sign': placeSign,
  'place-camera': placeCamera,
  'place-lamp': placeLamp,
  'place-landmark': placeLandmark,
  'show-entrance': showEntrance,
  'place-commune-point': placeCommunePoint,
  move,
  'move-proposal': moveProposal,
  'move-next': moveNext,
  'read-from-here': readFromHere,
  'paint-numbers': paintNumbers,
  'assign-households': assignHouseholds,
  walk,
  'split-road': splitRoad,
  'merge-roads': mergeRoads,
  'extend-road': extendRoad,
  'split-house': splitHouse,
  'merge-houses': mergeHouses,
};

export const toolOf = (id: ToolId): AnyTool | null => (id === 'select' ? null : (tools[id] as AnyTool));
