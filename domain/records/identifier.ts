/** Identifiers made without a clock or randomness: further UUIDv7s derived from an edit's own id. */
import type { Id } from './fields.ts';

/**
 * The n-th id (n ≥ 1) derived from an edit's id: same time stamp, other low bits. One edit that makes many
 * records gives the same ids wherever it is run, so running it again is harmless.
 */
export function deriveId(editId: Id, n: number): Id {
  const low = Number.parseInt(editId.slice(28), 16);
  const mixed = (low ^ Math.imul(n, 0x9e3779b1)) >>> 0;
  return editId.slice(0, 28) + mixed.toString(16).padStart(8, '0');
}
