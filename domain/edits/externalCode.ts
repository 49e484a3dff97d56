/** Recording and removing the code another body gave to a house. It is never generated here (RULES §3.1). */
import { created } from '../records/change.ts';
import { ExternalCode, type ExternalScheme } from '../records/externalCode.ts';
import type { World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { newRecord } from './fields.ts';
import { deleteEdit } from './pointRecord.ts';
import { refuse, type Refusal } from './refusal.ts';

/**
 * 10 digits as text for the national code (QĐ 392/QĐ-BTTTT), 12 for the location id; others as given. Digits that are
 * missing are never made up: a spreadsheet that dropped the leading zero is to be corrected by who has the code.
 */
export const codeForms: { readonly [S in ExternalScheme]: RegExp } = {
  ndas10: /^\d{10}$/,
  location12: /^\d{12}$/,
  vpostcode: /^\S.{0,38}\S$/,
  vnpt: /^\S(.{0,38}\S)?$/,
};

/** The record of a code as it was given, or why it is none. */
export function recordedCode(world: World, given: Omit<ExternalCode, 'kind' | 'version'>): ExternalCode | Refusal {
  const { id, houseId, scheme } = given;
  const value = given.value.normalize('NFC').trim();
  if (world.externalCode.has(id)) return refuse('record-exists', [id]);
  if (!codeForms[scheme].test(value)) return refuse('external-code-malformed', [houseId], { scheme });
  return { ...given, value, kind: 'externalCode', version: 1 };
}

export const externalCodeRecord = defineEdit({
  kind: 'externalCode.record',
  input: newRecord(ExternalCode),
  targets: () => [],
  run: (world, edit) => {
    const code = recordedCode(world, edit.input);
    return isRefusal(code) ? code : created(code);
  },
});

export const externalCodeDelete = deleteEdit('externalCode.delete', 'externalCode');
