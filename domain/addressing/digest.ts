/** A short, stable fingerprint of a text: FNV-1a, 64 bits, over its UTF-16 code units, as 16 hexadecimal digits. */
export function digestOf(text: string): string {
  // The offset basis and the prime 2^40 + 0x1b3, in two 32-bit halves; of the lower one again the halves, so that every
  // product stays a small whole number.
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (let i = 0; i < text.length; i += 1) {
    low ^= text.charCodeAt(i);
    const lower = (low & 0xffff) * 0x1b3;
    const upper = (low >>> 16) * 0x1b3 + (lower >>> 16);
    high = (Math.imul(high, 0x1b3) + (upper >>> 16) + (low << 8)) | 0;
    low = (upper << 16) | (lower & 0xffff);
  }
  return hexadecimal(high) + hexadecimal(low);
}

const hexadecimal = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
