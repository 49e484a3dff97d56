import { describe, expect, it } from 'vitest';
import { isHouseText, readHouseText, type HouseText } from '../../../domain/addressing/writing/houseText.ts';
import { isAddressText, readAddress } from '../../../domain/addressing/writing/addressText.ts';
import { tableRows } from './table.ts';

const rows = tableRows('vn-text/house-numbers.tsv');
const forms = [...new Set((rows ?? []).map(([number]) => number!))];
const reads = forms.map((form) => [form, readHouseText(form)] as const);
const read = reads.flatMap(([form, found]) => (isHouseText(found) ? [[form, found] as const] : []));
const refused = reads.flatMap(([form, found]) => (isHouseText(found) ? [] : [[form, found.problem] as const]));

describe.skipIf(rows === null)('house numbers as really written', () => {
  it('are read, but for the few that name no house or need words of their own', () => {
    const kinds: Record<string, number> = {};
    for (const [, { kind, lanes, otherReading }] of read) {
      const key = [kind, ...(lanes.length > 0 ? ['in a lane'] : []), ...(otherReading ? ['or suffix'] : [])].join(', ');
      kinds[key] = (kinds[key] ?? 0) + 1;
    }
    console.log(`${read.length} of ${forms.length} forms read`, kinds, 'refused', Object.fromEntries(refused));
    expect(read.length / forms.length).toBeGreaterThan(0.99);
    for (const [form, problem] of refused) {
      expect([form, problem]).toEqual([form, expect.stringMatching(/^(lane-only|unknown-words)$/)]);
    }
  });

  it('read again from their canonical form as the same', () => {
    for (const [, found] of read) {
      const again = readHouseText(found.text) as HouseText;
      expect([again.text, again.kind, again.houses]).toEqual([found.text, found.kind, found.houses]);
    }
  });

  it('lose no figure and no letter', () => {
    const signs = (text: string) =>
      (text.toUpperCase().match(/[1-9]\d*|(?<=\d ?)[A-ZĐ]|^[A-ZĐ](?=\d)/gu) ?? []).sort().join(' ');
    const plain = read.filter(([form]) => !/\p{L}{2}/u.test(form));
    expect(plain.length).toBeGreaterThan(400);
    for (const [form, { text }] of plain) expect(signs(text)).toBe(signs(form));
  });

  it('with their streets are read as whole addresses', () => {
    const lines = (rows ?? []).flatMap(([number, street]) => (street ? [[number!, street] as const] : []));
    const astray = lines.flatMap(([number, street]) => {
      const alone = readHouseText(number);
      const whole = readAddress(`${number} ${street}`);
      if (!isAddressText(whole)) return [`${number} ${street}: ${whole.problem}`];
      const named = whole.parts.ways.filter((way) => way.kind === 'named').map(({ name }) => name);
      const isSame = isHouseText(alone) && alone.houses.join() === whole.number.houses.join();
      return isSame && named.some((name) => street.normalize('NFC').replace(/Ð/g, 'Đ').includes(name))
        ? []
        : [`${number} ${street}`];
    });
    console.log(`${lines.length - astray.length} of ${lines.length} addresses read; not`, astray);
    expect(astray.length / lines.length).toBeLessThan(0.02);
  });
});
