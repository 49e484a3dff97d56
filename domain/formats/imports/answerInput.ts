/** The edit that takes a platform's answer in: what is new or changed of the rows that can be taken. */
import type { InputOf } from '../../edits/registry.ts';
import type { ExternalScheme } from '../../records/externalCode.ts';
import type { Id } from '../../records/fields.ts';
import type { AnswerAsked, AnswerPreviewRow } from './answerPreview.ts';

/** Who gives each code (RULES §3). */
const givers: { readonly [S in ExternalScheme]: string } = {
  ndas10: 'Bưu điện Việt Nam',
  vpostcode: 'Bưu điện Việt Nam',
  vnpt: 'VNPT',
  location12: 'Bộ Công an',
};

export interface AnswerTakenAs {
  /** The name of the file. */
  readonly source: string;
  readonly nextId: () => Id;
}

export function answerInput(
  rows: readonly AnswerPreviewRow[],
  asked: Pick<AnswerAsked, 'system' | 'answeredOn' | 'releaseNumber'>,
  { source, nextId }: AnswerTakenAs,
): InputOf<'answer.import'> {
  const added: InputOf<'answer.import'>['added'][number][] = [];
  const changed: InputOf<'answer.import'>['changed'][number][] = [];
  const codes: InputOf<'answer.import'>['codes'][number][] = [];
  const recoded: InputOf<'answer.import'>['recoded'][number][] = [];
  for (const { kind, house, told, values, before, codes: given } of rows) {
    if ((kind !== 'accepted' && kind !== 'rejected') || !house || !told) continue;
    const { houseId } = house;
    const said = {
      verdict: kind,
      reason: values.reason,
      answeredOn: values.answeredOn ?? asked.answeredOn,
      releaseNumber: values.releaseNumber ?? asked.releaseNumber,
      plusCode: told.plusCode,
      address: told.address,
    };
    if (before) changed.push({ id: before.id, changes: said });
    else added.push({ id: nextId(), houseId, system: asked.system, ...said });
    for (const { scheme, value, before: old } of given) {
      const code = { value, issuedBy: givers[scheme], issuedOn: values.answeredOn };
      if (old) recoded.push({ id: old.id, ...code });
      else codes.push({ id: nextId(), houseId, scheme, ...code });
    }
  }
  return { source, added, changed, codes, recoded };
}
