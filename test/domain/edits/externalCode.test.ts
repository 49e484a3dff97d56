/** RULES §3.1, §12.13: codes of other bodies are recorded as they were given, and never made up. */
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import type { ExternalCode, ExternalScheme } from '../../../domain/records/externalCode.ts';
import { applyChange } from '../../../domain/records/world.ts';
import { placeOf, sourcesIn, visit, type Source } from '../../sources.ts';
import { aHouse, anEdit, at, aWorld, newId } from '../builders.ts';

const house = aHouse(at(10, 100));
const other = aHouse(at(30, 100));
const world = aWorld(house, other);

const recording = (scheme: ExternalScheme, value: string, houseId = house.id, from = world) =>
  run(
    from,
    anEdit(from, 'externalCode.record', {
      id: newId(),
      houseId,
      scheme,
      value,
      issuedBy: 'Vietnam Post',
      issuedOn: null,
    }),
  );

/** The value as it would be stored, or why not. */
const recorded = (scheme: ExternalScheme, value: string): string => {
  const result = recording(scheme, value);
  return isRefusal(result) ? result.code : (result.created[0] as ExternalCode).value;
};

describe('a code another body gave (RULES §12.13)', () => {
  it('the national code has ten digits, its zeros in front kept', () => {
    for (const value of ['0123456789', '0000000000', '9876543210']) expect(recorded('ndas10', value)).toBe(value);
  });

  it('nine digits are refused, never filled up; so is anything else that is not ten digits', () => {
    for (const value of ['123456789', '01234567890', '01234 56789', '012345678O', '٠١٢٣٤٥٦٧٨٩', '1e9', '-123456789'])
      expect([value, /^external-code-malformed$|^text-/.test(recorded('ndas10', value))]).toEqual([value, true]);
    expect(recording('ndas10', '123456789')).toMatchObject({ recordIds: [house.id], params: { scheme: 'ndas10' } });
  });

  it('no text of digits other than ten ever becomes a national code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,40}$/), (digits) => {
        expect(recorded('ndas10', digits)).toBe(digits.length === 10 ? digits : 'external-code-malformed');
        expect(recorded('location12', digits)).toBe(digits.length === 12 ? digits : 'external-code-malformed');
      }),
    );
  });

  it('Vpostcode and the id of the telecom are free text, without the blanks around it', () => {
    expect(recorded('vpostcode', ' 44000-XQ87+5F\t')).toBe('44000-XQ87+5F');
    expect(recorded('vnpt', ' 7 ')).toBe('7');
    // One form of letters with marks, as everywhere.
    expect(recorded('vnpt', 'Ha\u0300 1')).toBe('H\u00e0 1');
    for (const [scheme, value] of [
      ['vpostcode', '4'],
      ['vpostcode', '   '],
      ['vnpt', ' '],
      ['vnpt', 'x'.repeat(41)],
    ] as const)
      expect(recorded(scheme, value)).toBe('external-code-malformed');
    expect(recorded('vpostcode', '=1+1')).toBe('text-formula');
    expect(recorded('vnpt', 'a\u0000b')).toBe('text-control-character');
  });

  it('is one house’s in the village; the same digits under another scheme are another code', () => {
    const first = recording('location12', '012345678901');
    if (isRefusal(first)) throw new Error(first.code);
    const after = applyChange(world, first);
    expect(recording('location12', '012345678901', other.id, after)).toMatchObject({
      code: 'external-code-taken',
      recordIds: [other.id, house.id],
    });
    expect(isRefusal(recording('vnpt', '012345678901', other.id, after))).toBe(false);
    expect(recording('ndas10', '0123456789', newId(), after)).toMatchObject({ code: 'reference-missing' });
  });
});

describe('no function of the code base generates a national code', () => {
  const program = ['domain', 'server', 'web', 'data'].flatMap(sourcesIn);

  /** `name: 'value'` in an object literal, where a record would be made. */
  const makingWith = (name: string, value: string) => (source: Source) => {
    const found: string[] = [];
    visit(source.tree, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText().replace(/['"]/g, '') !== name) return;
      const given = ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (ts.isStringLiteralLike(given) && given.text === value) found.push(placeOf(source, node));
    });
    return found;
  };

  it('the record of an external code is made in one place, which takes its value from the person', () => {
    const made = program.flatMap(makingWith('kind', 'externalCode'));
    expect(made.map((place) => place.replace(/:\d+$/, ''))).toEqual(['domain/edits/externalCode.ts']);
    const [file] = program.filter(({ path }) => path === 'domain/edits/externalCode.ts');
    const values: string[] = [];
    visit(file!.tree, (node) => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'value') values.push(node.initializer!.getText());
    });
    expect(values).toEqual(["given.value.normalize('NFC').trim()"]);
  });

  it('no edit is made with the scheme ndas10 but from the choice of a person', () => {
    expect(program.flatMap(makingWith('scheme', 'ndas10'))).toEqual([]);
    // The one that asks to record a code is the form in which a person types it.
    const asking = program.filter(({ tree }) => {
      let asks = false;
      visit(tree, (node) => {
        const isCall = ts.isCallExpression(node) && node.expression.getText() === 'perform';
        asks ||= isCall && node.arguments[0]?.getText() === "'externalCode.record'";
      });
      return asks;
    });
    expect(asking.map(({ path }) => path)).toEqual(['web/panels/HouseCodes.svelte']);
  });

  it('the two tests above would see one that does', () => {
    const text = `const a = { kind: 'externalCode' as const, scheme: 'ndas10', value: String(Math.random()).slice(2, 12) };`;
    const source: Source = {
      ...{ path: 'domain/x.ts', text, lineCount: 1, imports: [] },
      tree: ts.createSourceFile('domain/x.ts', text, ts.ScriptTarget.Latest, true),
    };
    expect(makingWith('kind', 'externalCode')(source)).toEqual(['domain/x.ts:1']);
    expect(makingWith('scheme', 'ndas10')(source)).toEqual(['domain/x.ts:1']);
  });
});
