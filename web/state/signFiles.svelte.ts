/** The order of signs and the house plates as files: what would be in them, and keeping them. */
import { signsInFiles, type OrderFormat } from '../../domain/formats/orderFormats.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { SignState } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import { housePlates, type PlateNumbers } from '../../domain/signs/housePlates.ts';
import { statesInHand } from '../../domain/signs/stateFields.ts';
import type { Failure } from '../sync/api.ts';
import { downloadOrder, downloadPlates, type PlateFormat } from '../sync/signFiles.ts';
import { keepAnswer, keepLogged } from './exports.svelte.ts';

/** Which signs are ordered: those thought of and those at the workshop, either, or those to be made anew. */
export const orderChoices = {
  inHand: statesInHand,
  planned: ['planned'],
  ordered: ['ordered'],
  again: ['damaged', 'missing'],
} as const satisfies Readonly<Record<string, readonly SignState[]>>;
export type OrderChoice = keyof typeof orderChoices;

/** How many signs each file of the order would hold. */
export const signsToOrder = (world: World, choice: OrderChoice): Readonly<Record<OrderFormat, number>> =>
  signsInFiles(world, orderChoices[choice]);

/** How many houses have a number of that kind, and for how many of them a plate is to be made. */
export function platesNeeded(
  world: World,
  numbers: PlateNumbers,
): { readonly numbered: number; readonly count: number } {
  const plates = housePlates(world, numbers);
  return { numbered: plates.length, count: plates.filter(({ isNeeded }) => isNeeded).length };
}

/** Null when the file is kept, else why not. */
export const keepOrder = async (
  villageId: Id,
  fileName: string,
  format: OrderFormat,
  choice: OrderChoice,
): Promise<Failure | null> => keepAnswer(fileName, await downloadOrder(villageId, format, orderChoices[choice]));

export const keepPlates = async (
  villageId: Id,
  fileName: string,
  format: PlateFormat,
  choice: { readonly numbers: PlateNumbers; readonly withCode: boolean },
): Promise<Failure | null> => keepLogged(villageId, fileName, await downloadPlates(villageId, format, choice));
