/** A short, stable fingerprint of a text: FNV-1a, 64 bits, over its UTF-16 code units, as 16 hexadecimal digits. */
export const digestOf = (text: string): string => new Digest().add(text).toString();

/** The same of a text that comes in pieces: a long one need not be put together for it. */
export class Digest {
  // The offset basis, in two 32-bit halves.
  #high = 0xcbf29ce4 | 0;
  #low = 0x84222325 | 0;

  add(text: string): this {
    // Times the prime 2^40 + 0x1b3; of the lower half again the halves, so that every product stays a small whole number.
    let high = this.#high;
    let low = this.#low;
    for (let i = 0; i < text.length; i += 1) {
      low ^= text.charCodeAt(i);
      const lower = (low & 0xffff) * 0x1b3;
      const upper = (low >>> 16) * 0x1b3 + (lower >>> 16);
      high = (Math.imul(high, 0x1b3) + (upper >>> 16) + (low << 8)) | 0;
      low = (upper << 16) | (lower & 0xffff);
    }
    this.#high = high;
    this.#low = low;
    return this;
  }

  toString(): string {
    return hexadecimal(this.#high) + hexadecimal(this.#low);
  }
}

const hexadecimal = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
