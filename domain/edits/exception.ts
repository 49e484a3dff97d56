/** Accepting what a check finds, with a reason, and withdrawing that: for what is right although a rule doubts it. */
import { checkIds } from '../checks/checks.ts';
import { allFindings, exceptionKey } from '../checks/findings.ts';
import type { AnyRecord } from '../records/record.ts';
import { Exception } from '../records/exception.ts';
import { Id, oneOf, record, text } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { deleteEdit } from './pointRecord.ts';
import { refuse } from './refusal.ts';

/** Only what the check finds now, in these records as they are, can be accepted; an outlived exception gives way. */
export const exceptionAccept = defineEdit({
  kind: 'exception.accept',
  input: record({
    id: Id,
    checkId: oneOf(...checkIds),
    recordIds: Exception.properties.recordIds,
    /** Of the finding that was shown. */
    facts: Exception.properties.facts,
    reason: text(300),
  }),
  targets: ({ recordIds }) => recordIds,
  run: (world, edit) => {
    const { id, checkId, facts, reason } = edit.input;
    const recordIds = [...edit.input.recordIds].sort();
    if (world.exception.has(id)) return refuse('record-exists', [id]);
    const key = exceptionKey({ checkId, recordIds, facts });
    const findings = allFindings(world);
    const found = findings.find((finding) => finding.key === key);
    if (!found?.isAcceptable) return refuse('finding-gone', recordIds);
    const before = [...world.exception.values()].filter(
      (other) => other.checkId === checkId && other.recordIds.join() === recordIds.join(),
    );
    if (before.some((other) => other.facts === facts)) return refuse('nothing-changes', recordIds);
    const keys = new Set(findings.map((finding) => finding.key));
    const made: AnyRecord = {
      ...{ kind: 'exception', id, version: 1, checkId, recordIds, facts, reason },
      ...{ authorId: edit.author, acceptedAt: edit.at },
    };
    return { created: [made], updated: [], deleted: before.filter((other) => !keys.has(exceptionKey(other))) };
  },
});

export const exceptionWithdraw = deleteEdit('exception.withdraw', 'exception');
