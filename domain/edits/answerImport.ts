/**
 * A file that a platform sent back, taken in as one intention: what it said of each house, and the codes it gave. What
 * it says anew replaces what it said before; a code is never made up, only taken as it was read (RULES §3.1).
 */
import * as Type from 'typebox';
import { nextVersion, type Change } from '../records/change.ts';
import { ExternalCode } from '../records/externalCode.ts';
import { Id, record, text } from '../records/fields.ts';
import { PlatformAnswer } from '../records/platformAnswer.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { codeForms, recordedCode } from './externalCode.ts';
import { newRecord, some, without } from './fields.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';

/** More houses than any village has. */
const most = 20_000;

const { value, issuedBy, issuedOn } = ExternalCode.properties;

export const answerImport = defineEdit({
  kind: 'answer.import',
  input: record({
    /** The name of the file, for the history. */
    source: text(200),
    added: Type.Array(newRecord(PlatformAnswer), { maxItems: most }),
    changed: Type.Array(
      record({
        id: Id,
        changes: some(without(PlatformAnswer.properties, 'kind', 'version', 'id', 'houseId', 'system')),
      }),
      { maxItems: most },
    ),
    codes: Type.Array(newRecord(ExternalCode), { maxItems: most }),
    /** Codes of before that the platform has put others in the place of. */
    recoded: Type.Array(record({ id: Id, value, issuedBy, issuedOn }), { maxItems: most }),
  }),
  targets: ({ changed, recoded }) => [...changed, ...recoded].map(({ id }) => id),
  run: (world, edit) => {
    const { added, changed, codes, recoded } = edit.input;
    const seen = new Set<Id>();
    const isAgain = (id: Id) => seen.size === seen.add(id).size;
    const created: AnyRecord[] = [];
    const updated: (readonly [AnyRecord, AnyRecord])[] = [];
    for (const fields of added) {
      if (isAgain(fields.id) || world.platformAnswer.has(fields.id)) return refuse('record-exists', [fields.id]);
      created.push({ ...fields, kind: 'platformAnswer', version: 1 });
    }
    for (const { id, changes } of changed) {
      const before = world.platformAnswer.get(id);
      if (isAgain(id) || !before) return refuse('record-missing', [id]);
      if (!sameFields(before, changes)) updated.push([before, nextVersion(before, changes)]);
    }
    for (const given of codes) {
      const code = isAgain(given.id) ? refuse('record-exists', [given.id]) : recordedCode(world, given);
      if (isRefusal(code)) return code;
      created.push(code);
    }
    for (const { id, ...given } of recoded) {
      const before = world.externalCode.get(id);
      if (isAgain(id) || !before) return refuse('record-missing', [id]);
      const { houseId, scheme } = before;
      if (!codeForms[scheme].test(given.value)) return refuse('external-code-malformed', [houseId], { scheme });
      if (before.value !== given.value) updated.push([before, nextVersion(before, given)]);
    }
    if (created.length + updated.length === 0) return refuse('nothing-changes');
    return { created, updated, deleted: [] } satisfies Change;
  },
});
