import { describe, expect, it } from 'vitest';
import { nameForms, type NameForms } from '../../../domain/addressing/naming/nameForms.ts';
import { indexNames, similarNames } from '../../../domain/addressing/naming/nameIndex.ts';
import { nameRelation } from '../../../domain/addressing/naming/nameRelation.ts';
import { readWayName, writeWayName } from '../../../domain/addressing/naming/wayName.ts';
import { writeAddress } from '../../../domain/addressing/writing/addressParts.ts';
import { isAddressText, readAddress } from '../../../domain/addressing/writing/addressText.ts';
import { checkRoadName, normalizeText } from '../../../domain/addressing/roadName.ts';
import { aRoad, at, aWorld } from '../../domain/builders.ts';
import { tableRows } from './table.ts';

const rows = tableRows('vn-text/road-names.tsv');
const names = [...new Set((rows ?? []).map(([name]) => name!))];

describe.skipIf(rows === null)('names of roads as really written', () => {
  it('are read by kind and scheme, and written so that they read the same', () => {
    const schemes: Record<string, number> = {};
    for (const name of names) {
      const read = readWayName(name)!;
      const key = `${read.scheme.by}${read.parent ? ' in another way' : ''}${read.kind === null ? ', no kind' : ''}`;
      schemes[key] = (schemes[key] ?? 0) + 1;
      expect(readWayName(writeWayName(read))).toEqual(read);
    }
    console.log(`${names.length} names:`, schemes);
    expect(Object.values(schemes).reduce((sum, count) => sum + count, 0)).toBe(names.length);
    // Lanes by number are the bulk of real names; nearly all say in which road.
    expect(schemes['adjacent-house in another way']! / names.length).toBeGreaterThan(0.6);
  });

  it('come back out of an address written with them', () => {
    const astray = names.filter((name) => {
      const read = readAddress(`Số 3, ${name}, phường Kim Liên, thành phố Hà Nội`);
      if (!isAddressText(read)) return true;
      const again = readAddress(writeAddress(read.parts, { form: 'long', language: 'vi' }));
      return !isAddressText(again) || JSON.stringify(again.parts) !== JSON.stringify(read.parts);
    });
    console.log(`${names.length - astray.length} of ${names.length} come back; not`, astray);
    expect(astray.length / names.length).toBeLessThan(0.01);
  });

  it('have forms for comparison that are their own forms', () => {
    for (const name of names) {
      expect(normalizeText(normalizeText(name))).toBe(normalizeText(name));
      const forms = nameForms(name);
      for (const form of ['plain', 'toned', 'full', 'withI', 'folded'] as const satisfies (keyof NameForms)[]) {
        expect(nameForms(forms[form])[form]).toBe(forms[form]);
      }
      expect(nameRelation(name, name.normalize('NFD'))).toBe('same');
    }
  });

  it('are seldom like each other, and all that are alike are found in well under a minute', () => {
    const started = performance.now();
    const index = indexNames(names.entries());
    const pairs = new Map<string, string[]>();
    for (const [at, name] of names.entries()) {
      for (const { key, name: other, relation } of similarNames(index, name)) {
        if (key > at) pairs.set(relation, [...(pairs.get(relation) ?? []), `${name} ~ ${other}`]);
      }
    }
    const seconds = (performance.now() - started) / 1000;
    const sample = Object.fromEntries(
      [...pairs].map(([relation, all]) => [`${relation} (${all.length})`, all.slice(0, 12)]),
    );
    console.log(`${seconds.toFixed(2)} s`, sample);
    expect(pairs.get('near')!.length).toBeLessThan(60);
    expect(pairs.get('near')).toContain('Ngõ 12 Đường Quang Trung ~ Ngõ 12 Đường Qunag Trung');
    expect(seconds).toBeLessThan(20);
  });

  it('are checked against a village of 200 in about a tenth of a millisecond', () => {
    const world = aWorld(...names.slice(1000, 1200).map((name) => aRoad(at(0, 0), at(1, 1), { name })));
    const judge = (name: string) => checkRoadName(world, { roadId: null, class: 'road', parentRoadId: null }, name);
    judge('Đường Đền Hàn');
    const started = performance.now();
    for (const name of names.slice(0, 500)) judge(name);
    const milliseconds = (performance.now() - started) / 500;
    console.log(`${milliseconds.toFixed(3)} ms a check`);
    expect(milliseconds).toBeLessThan(5);
  });
});
