/** The order of signs and the house plates as files: what would be in them, and keeping them. */
import type { Id } from '../../domain/records/fields.ts';
import type { SignState } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import { housePlates, type PlateNumbers } from '../../domain/signs/housePlates.ts';
import type { Answer, Failure } from '../sync/api.ts';
import { downloadOrder, downloadPlates, type OrderFormat, type PlateFormat } from '../sync/signFiles.ts';
import { keepFile } from './exports.svelte.ts';
import { sessionExpired } from './session.svelte.ts';

/** Which signs are ordered: those thought of and those at the workshop, either, or those to be made anew. */
export const orderChoices = {
  inHand: ['planned', 'ordered'],
  planned: ['planned'],
  ordered: ['ordered'],
  again: ['damaged', 'missing'],
} as const satisfies Readonly<Record<string, readonly SignState[]>>;
export type OrderChoice = keyof typeof orderChoices;

export function signsToOrder(world: World, choice: OrderChoice): number {
  const states: readonly SignState[] = orderChoices[choice];
  let count = 0;
  for (const { state } of world.sign.values()) if (states.includes(state)) count += 1;
  return count;
}

export const platesNeeded = (world: World, numbers: PlateNumbers): number =>
  housePlates(world, numbers).filter(({ isNeeded }) => isNeeded).length;

/** Null when the file is kept, else why not. */
export const keepOrder = async (
  villageId: Id,
  fileName: string,
  format: OrderFormat,
  choice: OrderChoice,
): Promise<Failure | null> => keep(fileName, await downloadOrder(villageId, format, orderChoices[choice]));

export const keepPlates = async (
  villageId: Id,
  fileName: string,
  format: PlateFormat,
  choice: { readonly numbers: PlateNumbers; readonly withCode: boolean },
): Promise<Failure | null> => keep(fileName, await downloadPlates(villageId, format, choice));

function keep(fileName: string, answer: Answer<Blob>): Failure | null {
  if (!answer.ok) {
    if (answer.status === 401) sessionExpired();
    return answer;
  }
  keepFile(answer.value, fileName);
  return null;
}
