/** Which code and address of a house a row that came back answers: those it was told, which may not be those of now. */
import { addressLine } from '../../addressing/fullNumber.ts';
import { foldText } from '../../addressing/vietnameseText.ts';
import { currentAddresses } from '../../coverage/currentAddress.ts';
import { toldInCells } from '../../coverage/funnel.ts';
import { isSameTold, toldOf, type ToldAddress } from '../../coverage/platformAnswers.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import type { ReleaseRow } from '../releases/releaseRows.ts';
import { readReason } from './answerCells.ts';
import { rowLine } from './answerHouses.ts';
import type { AnswerValues } from './answerRows.ts';
import { houseFinder } from './houseEvidence.ts';

export interface AnswerTold extends ToldAddress {
  /** Not what the house has now. */
  readonly isOfBefore: boolean;
}

const fullCode = /^[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{3,4}$/;

/**
 * Which code and address of a house a row answers: those the row itself has. Where they are those handed over or those
 * of now, told as we tell them; else the house has been renumbered, and they are kept as the row has them.
 */
export function answerTeller(world: World, released: readonly ReleaseRow[]) {
  const current = currentAddresses(world);
  const rowOf = new Map(released.map((row) => [row.houseId, row]));
  const find = houseFinder(world);

  return (houseId: Id, values: AnswerValues): AnswerTold | null => {
    const address = current.get(houseId);
    const row = rowOf.get(houseId);
    const now = address ? toldOf(world, address) : null;
    const then = row ? toldInCells(row.cells) : null;
    const usual = then?.plusCode ? then : now;
    if (!usual) return null;
    const line = rowLine(values);
    const namesWay = [values.alley, values.lane, values.road].some((way) => way !== null);
    const says = (told: ToldAddress | null, full: () => string): boolean => {
      if (told === null) return false;
      const [said, known] = [foldText(line ?? ''), foldText(told.address)];
      if (line !== null && namesWay) return said === known;
      if (values.address !== null) return foldText(values.address) === foldText(full());
      // A list of numbers alone.
      return line === null || `${known},`.startsWith(`${said},`);
    };
    const fullNow = () =>
      address ? addressLine(world, address, { form: 'long', language: 'vi', withUnits: true }) : '';
    // Written otherwise, "Đ. Đền Hàn" for "Đường Đền Hàn", it is the address of now all the same.
    const isWritten = () => {
      const found = find({ ...values, houseId: null, plusCode: null, latitude: null, longitude: null });
      return found?.houseId === houseId && found.reason === 'address';
    };
    const matching = says(then, () => String(row?.cells.fullAddress ?? ''))
      ? then
      : says(now, fullNow) || (now && isWritten())
        ? now
        : null;
    const told = matching ?? { ...usual, address: readReason(line ?? values.address).value ?? '?' };
    const code = values.plusCode?.toUpperCase() ?? '';
    const answered = { plusCode: fullCode.test(code) ? code : told.plusCode, address: told.address };
    return { ...answered, isOfBefore: now === null || !isSameTold(answered, now) };
  };
}
