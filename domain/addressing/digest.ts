/** A short, stable fingerprint of a text: FNV-1a, 64 bits, over its UTF-16 code units, as 16 hexadecimal digits. */
export function digestOf(text: string): string {
  // The offset basis and the prime 2^40 + 0x1b3, in two 32-bit halves.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i += 1) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
