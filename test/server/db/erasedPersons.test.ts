import { expect, it } from 'vitest';
import { personFields } from '../../../domain/edits/householdErase.ts';
import { withoutPersons } from '../../../server/db/erasedPersons.ts';
import { aHousehold, newId } from '../../domain/builders.ts';

const [one, other] = ['Lê Thị Hoa', 'Trần Văn Ba'].map((headName) => aHousehold({ headName, phone: '0912345678' }));
const ids = new Set([one!.id]);

it('takes one household out of what was imported with others', () => {
  const edit = { input: { added: [one, other], changed: [{ id: one!.id, changes: { phone: '0911111111' } }] } };
  expect(withoutPersons(edit, ids, personFields)).toEqual({
    input: {
      added: [{ ...one, headName: null, phone: null }, other],
      changed: [{ id: one!.id, changes: { phone: null } }],
    },
  });
});

it('takes out both what it was and what it became', () => {
  const change = { created: [], updated: [[one, { ...one, headName: 'Khác' }]], deleted: [one] };
  expect(JSON.stringify(withoutPersons(change, ids, personFields))).not.toMatch(/Hoa|Khác|0912345678/);
});

it('leaves the other fields where only one is meant, and what is of nobody as the very same object', () => {
  expect(withoutPersons([one], ids, ['phone'])).toEqual([{ ...one, phone: null }]);
  const change = { updated: [[other, other]] };
  expect(withoutPersons(change, new Set([newId()]), personFields)).toBe(change);
});
