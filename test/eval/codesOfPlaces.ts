/** The codes of many places by the domain: run as it is in Node, and bundled in the browser. */
import { encodePlusCode } from '../../domain/addressing/plusCode.ts';
import { randomPlaces } from './randomPlaces.ts';

export interface Coded {
  /** Of 12 digits, one after the other, plus signs included: `codeLength` characters each. */
  readonly codes: string;
  /** Of the encoding alone. */
  readonly milliseconds: number;
}

export const codeLength = 13;

export function codesOfPlaces(seed: number, count: number): Coded {
  const places = randomPlaces(seed, count);
  const positions = Array.from({ length: count }, (_, i) => [places[i * 2]! / 1e7, places[i * 2 + 1]! / 1e7] as const);
  const codes = new Array<string>(count);
  const started = performance.now();
  for (let i = 0; i < count; i += 1) codes[i] = encodePlusCode(positions[i]!, 12);
  const milliseconds = performance.now() - started;
  return { codes: codes.join(''), milliseconds };
}
