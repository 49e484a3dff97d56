/**
 * GeoJSON cut into its features while it is read, none of the rest being built: each feature is parsed by itself. One
 * collection, features a line each, or both at once (RFC 7946, RFC 8142).
 */
import { stretches } from '../pieces.ts';
import type { ByteSource } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import { refuse } from './rawShapes.ts';

export interface GeoJsonCut {
  /** A feature, or an object that stands by itself. */
  readonly features: readonly unknown[];
  /** What a collection says of itself before its features; given with the first of them. */
  readonly head?: Record<string, unknown>;
  /** All that a collection says of itself, at its end. */
  readonly collection?: Record<string, unknown>;
  readonly readBytes: number;
}

const [openBrace, closeBrace, openBracket, closeBracket, quote, backslash, comma] = [123, 125, 91, 93, 34, 92, 44];

/** Bytes of one feature: a hundred thousand vertices with all their figures are an eighth of it. */
const mostFeatureBytes = 64 * 1024 * 1024;
/** Bytes of all that a collection says besides its features. */
const mostOtherBytes = 1024 * 1024;

export async function* cutGeoJson(source: ByteSource, limits: ReadLimits): AsyncGenerator<GeoJsonCut, void> {
  const cutter = new Cutter(limits);
  let readBytes = 0;
  for await (const piece of stretches(source)) {
    readBytes += piece.length;
    yield* cutter.take(piece, readBytes);
  }
  cutter.end();
}

class Cutter {
  readonly #limits: ReadLimits;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #depth = 0;
  #isQuoted = false;
  #isEscaped = false;
  /** Depth at which the features of the collection that is read stand: 2; 0 outside of collections. */
  #inFeatures = 0;
  /** Of the object that is cut: the stretches that came before this piece. */
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  /** What a collection says, while its features are cut out of it. */
  #other = '';
  #count = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  *take(piece: Uint8Array, readBytes: number): Generator<GeoJsonCut> {
    let features: unknown[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at]!;
      if (this.#isQuoted) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#isQuoted = false;
      } else if (byte === quote) {
        if (this.#depth === 0) this.#broken();
        this.#isQuoted = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (this.#depth === 0) {
          if (byte === openBracket) this.#broken();
          from = at;
        } else if (byte === openBracket && this.#depth === 1 && this.#isFeaturesNext(piece.subarray(from, at))) {
          this.#other = this.#text(piece.subarray(from, at));
          yield { features, head: this.#headOf(this.#other), readBytes };
          features = [];
          this.#inFeatures = 2;
          from = at + 1;
        } else if (this.#depth === this.#inFeatures) {
          this.#between(piece.subarray(from, at));
          from = at;
        }
        this.#depth += 1;
        if (this.#depth > this.#limits.depth) {
          refuse('too-deep', { row: this.#count + 1 }, { limit: this.#limits.depth });
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        if (this.#depth < 0) this.#broken();
        if (this.#inFeatures > 0 && this.#depth === this.#inFeatures) {
          features.push(this.#parse(this.#text(piece.subarray(from, at + 1))));
          this.#count += 1;
          from = at + 1;
        } else if (this.#inFeatures > 0 && this.#depth === 1) {
          this.#between(piece.subarray(from, at));
          this.#other += '[';
          this.#inFeatures = 0;
          from = at;
        } else if (this.#depth === 0) {
          const text = this.#other + this.#text(piece.subarray(from, at + 1));
          from = at + 1;
          if (this.#other === '') {
            features.push(this.#parse(text));
            this.#count += 1;
          } else {
            yield { features, collection: this.#parse(text) as Record<string, unknown>, readBytes };
            features = [];
          }
          this.#other = '';
        }
      } else if (this.#depth === 0 && !isBetweenObjects(byte)) this.#broken();
    }
    if (this.#depth > 0) this.#hold(piece.subarray(from));
    yield { features, readBytes };
  }

  end(): void {
    if (this.#depth > 0) this.#broken();
  }

  #hold(part: Uint8Array): void {
    this.#held.push(part);
    this.#heldBytes += part.length;
    const most = this.#other === '' || this.#inFeatures > 0 ? mostFeatureBytes : mostOtherBytes;
    if (this.#heldBytes > most) refuse('too-many-vertices', { row: this.#count + 1 }, { limit: this.#limits.vertices });
  }

  /** The held stretches and the last one as text; nothing is held afterwards. */
  #text(last: Uint8Array): string {
    let bytes = last;
    if (this.#held.length > 0) {
      bytes = new Uint8Array(this.#heldBytes + last.length);
      let at = 0;
      for (const part of [...this.#held, last]) {
        bytes.set(part, at);
        at += part.length;
      }
      this.#held = [];
      this.#heldBytes = 0;
    }
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return refuse('not-one-encoding', { row: this.#count + 1 });
    }
  }

  /** Commas between features; anything else that stands there is found to be broken when the collection ends. */
  #between(part: Uint8Array): void {
    const bytes = this.#held.length > 0 ? [...this.#held.flatMap((held) => [...held]), ...part] : part;
    this.#held = [];
    this.#heldBytes = 0;
    for (const byte of bytes) if (byte !== comma && !isBetweenObjects(byte)) this.#broken();
  }

  #isFeaturesNext(part: Uint8Array): boolean {
    if (this.#other !== '') return false;
    // Looked at only before brackets of the outermost object: of these there are few.
    const held = this.#held.at(-1);
    const tail = held && part.length < 64 ? [...held.subarray(-64), ...part] : [...part.subarray(-64)];
    return /"features"\s*:\s*$/.test(String.fromCharCode(...tail));
  }

  #headOf(text: string): Record<string, unknown> {
    const head = text.replace(/,?\s*"features"\s*:\s*$/, '');
    return this.#parse(`${head}}`) as Record<string, unknown>;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // Some programs write what JSON does not have.
      const isNumberOfNone = /[[,:]\s*[+-]?(NaN|nan|Infinity|inf|Inf)\s*[\],}]/.test(text);
      return refuse(isNumberOfNone ? 'coordinates-not-finite' : 'broken', { row: this.#count + 1 });
    }
  }

  #broken(): never {
    return refuse('broken', { row: this.#count + 1 });
  }
}

/** White space, the record separator of RFC 8142, and the bytes of a byte order mark. */
const isBetweenObjects = (byte: number): boolean =>
  byte === 32 ||
  byte === 10 ||
  byte === 13 ||
  byte === 9 ||
  byte === 30 ||
  byte === 0xef ||
  byte === 0xbb ||
  byte === 0xbf;
