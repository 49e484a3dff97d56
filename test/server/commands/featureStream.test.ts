import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplitter, featuresOfFile } from '../../../server/commands/number/featureStream.ts';

function split(...chunks: readonly string[]): unknown[] {
  const splitter = createSplitter('buildings');
  const found = chunks.flatMap((chunk) => [...splitter.add(chunk)]);
  splitter.end();
  return found;
}

const codeOf = (...chunks: readonly string[]): string | null => {
  try {
    split(...chunks);
    return null;
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code;
  }
};

/** Anything JSON can hold, strings full of brackets, quotes and backslashes first of all. */
const hardText = fc
  .array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', 'ệ', '😀', '\u0000', 'features', ':'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const anyFeature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.dictionary(hardText, fc.oneof(hardText, fc.jsonValue({ maxDepth: 2 }))),
  geometry: fc.record({
    type: fc.constant('Point'),
    coordinates: fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
  }),
});
/** `__proto__` as a key is a property to JSON.parse and the parent to a literal. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the features of a file one by one', () => {
  it('are those JSON.parse finds, however the text is cut into chunks and laid out', () => {
    fc.assert(
      fc.property(
        fc.array(anyFeature, { maxLength: 6 }),
        hardText,
        fc.constantFrom(undefined, 1, '\t'),
        fc.boolean(),
        fc.array(fc.nat({ max: 40 }), { maxLength: 40 }),
        (features, name, indent, frameLast, lengths) => {
          const frame = { name, type: 'FeatureCollection', crs: { features: [name], nested: [[1]] } };
          const text = JSON.stringify(frameLast ? { features, ...frame } : { ...frame, features }, undefined, indent);
          const chunks: string[] = [];
          let from = 0;
          for (const length of lengths) chunks.push(text.slice(from, (from += length)));
          expect(split(...chunks, text.slice(from))).toEqual(plain(features));
        },
      ),
    );
  });

  it('one character at a time, too, with a byte order mark', () => {
    const text = '\uFEFF{"type":"FeatureCollection","features":[{"a":"\\"]}"},{"b":[{}]}]}';
    expect(split(...text)).toEqual([{ a: '"]}' }, { b: [{}] }]);
    expect(split('{ "features" : [ ] , "type" : "FeatureCollection" }')).toEqual([]);
  });

  it('what is no feature keeps its place', () => {
    expect(split('{"type":"FeatureCollection","features":[{"type":"Feature"},[1],{}]}')).toEqual([
      { type: 'Feature' },
      [1],
      {},
    ]);
  });

  it('of no FeatureCollection are refused', () => {
    for (const text of [
      '{"type":"FeatureCollection"}',
      '{"features":[]}',
      '[]',
      '{}',
      '{"type":"Feature","features":[]}',
    ]) {
      expect([text, codeOf(text)]).toEqual([text, 'file-not-geojson']);
    }
    // The first array of that name at the top counts; the same word inside a string or deeper does not.
    expect(codeOf('{"type":"FeatureCollection","name":"\\"features\\":["}')).toBe('file-not-geojson');
    expect(codeOf('{"type":"FeatureCollection","x":{"features":[{}]}}')).toBe('file-not-geojson');
    for (const number of ['1', 'null', '"text"', 'true']) {
      expect([number, codeOf(`{"type":"FeatureCollection","features":[${number}]}`)]).toEqual([
        number,
        'file-not-geojson',
      ]);
    }
  });

  it('of broken or truncated JSON are refused, wherever it breaks', () => {
    const whole = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"b"},"geometry":null}]}';
    expect(codeOf(whole)).toBeNull();
    for (let end = 0; end < whole.length; end += 1) expect([end, codeOf(whole.slice(0, end))]).not.toEqual([end, null]);
    for (const text of [
      '',
      '   ',
      'xin chào',
      `${whole}]`,
      `${whole} x`,
      whole.replace('"b"', 'b'),
      whole.replace(']}', ',]}'),
      whole.replace('[{', '[,{'),
    ]) {
      expect([text, codeOf(text)]).toEqual([text, expect.stringMatching(/^file-not-(json|geojson)$/)]);
    }
    expect(codeOf(`${whole.slice(0, -2)}}}`)).toBe('file-not-json');
    const two = '{"type":"FeatureCollection","features":[{}{}]}';
    expect(codeOf(two)).toMatch(/^file-not/);
  });

  it('a feature of more than eight million characters is refused before it is parsed, and so is a frame of a million', () => {
    const splitter = createSplitter('buildings');
    const chunk = `"${'x'.repeat(999_997)}",`;
    expect(() => {
      for (const _ of splitter.add('{"type":"FeatureCollection","features":[{"a":[')) continue;
      for (let n = 0; n < 9; n += 1) for (const _ of splitter.add(chunk)) continue;
    }).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'file-too-large' }) as unknown }) as Error,
    );
    expect(codeOf('{"type":"FeatureCollection","name":[', chunk, chunk)).toBe('file-too-large');
  });

  it('are read from a file across its pieces, letters of several bytes whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'so-nha-stream-'));
    const path = join(folder, 'long.geojson');
    const features = Array.from({ length: 3000 }, (_, n) => ({
      type: 'Feature',
      properties: { n, name: 'Đường Đền Hàn '.repeat(60) },
    }));
    await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }));
    let count = 0;
    for await (const feature of featuresOfFile('buildings', path)) expect(feature).toEqual(features[count++]);
    expect(count).toBe(3000);
    await rm(folder, { recursive: true, force: true });
  });
});
