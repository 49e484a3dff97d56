/** The features of a GeoJSON file one by one, however many there are: only one is in memory at a time. */
import { createReadStream } from 'node:fs';
import { fileProblem, type FileProblem, type FileRole } from '../../../domain/formats/fileProblem.ts';

/** A single feature larger than this (characters) is no house, building or road. */
const largestFeature = 8_000_000;
/** What stands around the features: names, a reference system. */
const largestFrame = 1_000_000;

/** Thrown for a file that cannot be used at all. */
export class FileRefused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The JSON values of the `features` array, in order. @throws FileRefused for what is not a FeatureCollection. */
export async function* featuresOfFile(file: FileRole, path: string): AsyncGenerator<unknown> {
  const splitter = createSplitter(file);
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    yield* splitter.add(chunk as string);
  }
  splitter.end();
}

/** Cuts text into features by counting brackets; JSON.parse then judges each, and what is left around them. */
export function createSplitter(file: FileRole) {
  /** Of the file, from 1: where the scan is, and where the feature begins that is being read. */
  let line = 1;
  let featureLine = 1;
  const refuse = (code: FileProblem['code'], params = {}) => new FileRefused(fileProblem(file, code, params));
  const parse = (text: string, at: number): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw refuse('file-not-json', { line: at });
    }
  };
  let depth = 0;
  let isQuoted = false;
  let isEscaped = false;
  /** Text of depth one, with an empty array for the features. */
  let frame = '';
  let feature: string | null = null;
  let isInFeatures = false;
  let hasFeatures = false;
  let isFirst = true;
  /** What may follow among the features: a feature or the end, a comma or the end, a feature. */
  let next: 'any' | 'comma' | 'feature' = 'any';

  function* add(chunk: string): Generator<unknown> {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
    isFirst = false;
    let from = 0;
    const flush = (to: number) => {
      if (feature !== null) feature += text.slice(from, to);
      else if (!isInFeatures) frame += text.slice(from, to);
      from = to;
    };
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 10) line += 1;
      if (isQuoted) {
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) isQuoted = false;
        continue;
      }
      if (isInFeatures && depth === 2 && code > 32) next = following(code);
      if (code === 34) isQuoted = true;
      else if (code === 91 || code === 123) {
        if (depth === 1 && code === 91 && !hasFeatures && /"features"\s*:\s*$/.test(frame + text.slice(from, i))) {
          flush(i);
          frame += '[]';
          isInFeatures = true;
          hasFeatures = true;
        } else if (depth === 2 && isInFeatures) {
          from = i;
          feature = '';
          featureLine = line;
        }
        depth += 1;
      } else if (code === 93 || code === 125) {
        depth -= 1;
        if (depth === 2 && feature !== null) {
          flush(i + 1);
          const whole: string = feature;
          feature = null;
          yield parse(whole, featureLine);
        } else if (depth === 1 && isInFeatures) {
          isInFeatures = false;
          from = i + 1;
        }
      }
    }
    flush(text.length);
    if ((feature?.length ?? 0) > largestFeature) throw refuse('file-too-large', { limit: largestFeature });
    if (frame.length > largestFrame) throw refuse('file-too-large', { limit: largestFrame });
  }

  /** Between two features, and before the first and after the last. */
  function following(code: number): typeof next {
    if (code === 93 && next !== 'feature') return 'any';
    if (code === 44 && next === 'comma') return 'feature';
    const isBracket = code === 91 || code === 123;
    if (isBracket && next !== 'comma') return 'comma';
    // A number, text or word is JSON and no feature.
    const isBroken = next === 'comma' || code === 44 || code === 93 || code === 125;
    throw refuse(isBroken ? 'file-not-json' : 'file-not-geojson', { line });
  }

  function end(): void {
    // Cut off inside a feature, or broken around them.
    const found = parse(frame, feature === null ? line : featureLine);
    const isCollection =
      typeof found === 'object' && found !== null && (found as { type?: unknown }).type === 'FeatureCollection';
    if (depth !== 0 || !hasFeatures || !isCollection) throw refuse('file-not-geojson');
  }
  return { add, end };
}
