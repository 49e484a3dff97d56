/** The bytes in which a GeoPackage keeps a shape (OGC 12-128r18 §2.1.3): a header of its own, then well-known binary. */
import type { ReadLimits } from '../readLimits.ts';
import type { Joined } from './joinedShapes.ts';
import { NoWkb, shapeOfWkb } from './wkb.ts';

const headerBytes = 8;
/** Of the box around the shape, by its kind: none, in the plane, with heights, with measures, with both. */
const envelopeBytes = [0, 32, 48, 48, 64] as const;

/** Throws NoWkb. What lies in the box and which system the header names is left to the shape and to its table. */
export function shapeOfGeoPackage(bytes: Uint8Array, limits: ReadLimits): Joined {
  const [g, p, version, flags] = bytes;
  if (bytes.length < headerBytes || g !== 0x47 || p !== 0x50 || version !== 0) throw new NoWkb('broken');
  // An extension of some program, of which nothing can be known.
  if (flags! & 0x20) return { geometry: null, isPartial: true };
  const envelope = envelopeBytes[(flags! >> 1) & 7];
  if (envelope === undefined || headerBytes + envelope > bytes.length) throw new NoWkb('broken');
  if (flags! & 0x10) return { geometry: null, isPartial: false };
  return shapeOfWkb(bytes.subarray(headerBytes + envelope), limits);
}
