/** Recording and removing the code another body gave to a house. It is never generated here (RULES §3.1). */
import { created } from '../records/change.ts';
import { ExternalCode, type ExternalScheme } from '../records/externalCode.ts';
import { defineEdit } from './edit.ts';
import { newRecord } from './fields.ts';
import { deleteEdit } from './pointRecord.ts';
import { refuse } from './refusal.ts';

/**
 * 10 digits as text for the national code (QĐ 392/QĐ-BTTTT), 12 for the location id; others as given. Digits that are
 * missing are never made up: a spreadsheet that dropped the leading zero is to be corrected by who has the code.
 */
const forms: { readonly [S in ExternalScheme]: RegExp } = {
  ndas10: /^\d{10}$/,
  location12: /^\d{12}$/,
  vpostcode: /^\S.{0,38}\S$/,
  vnpt: /^\S(.{0,38}\S)?$/,
};

export const externalCodeRecord = defineEdit({
  kind: 'externalCode.record',
  input: newRecord(ExternalCode),
  targets: () => [],
  run: (world, edit) => {
    const { id, scheme } = edit.input;
    const value = edit.input.value.normalize('NFC').trim();
    if (world.externalCode.has(id)) return refuse('record-exists', [id]);
    if (!forms[scheme].test(value)) return refuse('external-code-malformed', [edit.input.houseId], { scheme });
    return created({ ...edit.input, value, kind: 'externalCode', version: 1 });
  },
});

export const externalCodeDelete = deleteEdit('externalCode.delete', 'externalCode');
