/** What a file says it is by its first bytes: format and size in pixels, read without decoding anything. */

export type PictureFormat = 'jpeg' | 'png' | 'webp';

export interface PictureHeader {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  /** What a pixel takes once decoded, at most: one byte a colour, two where the file has more than 8 bits of each. */
  readonly bytesPerPixel: number;
}

/** heic: what some phones make, and nothing here can read; broken: begins as a picture and is not whole. */
export type HeaderProblem = 'heic' | 'broken' | 'no-picture';

/** Only bytes count, neither a name nor a declared type. Never throws. */
export function readPictureHeader(bytes: Buffer): PictureHeader | HeaderProblem {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xffd8) return jpegHeader(bytes) ?? 'broken';
  if (bytes.subarray(0, 8).equals(pngSignature)) return pngHeader(bytes) ?? 'broken';
  const [box, brand] = [tag(bytes, 4), tag(bytes, 8)];
  if (tag(bytes, 0) === 'RIFF' && brand === 'WEBP') return webpHeader(bytes) ?? 'broken';
  return box === 'ftyp' && heicBrands.has(brand) ? 'heic' : 'no-picture';
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

const tag = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

const sized = (format: PictureFormat, width: number, height: number, bytesPerPixel: number): PictureHeader | null =>
  width > 0 && height > 0 ? { format, width, height, bytesPerPixel } : null;

/** Of a PNG, by its colour type (ISO/IEC 15948, 11.2.2); one colour may become transparent (tRNS), a palette is undone. */
const pngChannels: Readonly<Record<number, number>> = { 0: 2, 2: 4, 3: 4, 4: 2, 6: 4 };

function pngHeader(bytes: Buffer): PictureHeader | null {
  if (bytes.length < 33 || tag(bytes, 12) !== 'IHDR') return null;
  const channels = pngChannels[bytes[25]!];
  if (channels === undefined) return null;
  return sized('png', bytes.readUInt32BE(16), bytes.readUInt32BE(20), channels * (bytes[24]! > 8 ? 2 : 1));
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpHeader(bytes: Buffer): PictureHeader | null {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return null;
  switch (tag(bytes, 12)) {
    case 'VP8X':
      return sized('webp', bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, 4);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sized('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, 4);
    }
    case 'VP8 ':
      return sized('webp', bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff, 4);
    default:
      return null;
  }
}

const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * Goes from marker to marker (ITU T.81, annex B) up to the end of the image: decoders fill what is missing with grey
 * and say nothing, so whether the picture is whole is seen here. A second frame would give it another size than the one
 * that was looked at. What cameras append after the end is not looked at.
 */
function jpegHeader(bytes: Buffer): PictureHeader | null {
  let size: PictureHeader | null = null;
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return size;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    if (isFrame(marker)) {
      if (length < 8 || at + 10 > bytes.length || size !== null) return null;
      const bytesPerPixel = bytes[at + 9]! * (bytes[at + 4]! > 8 ? 2 : 1);
      size = sized('jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), bytesPerPixel);
      if (size === null) return null;
    }
    at += 2 + length;
    if (marker === startOfScan) at = nextMarker(bytes, at);
  }
  return null;
}

/** SOF0 to SOF15, without the tables that lie between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Behind a scan's data, in which FF is followed by 00 or stands for a restart. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1];
    if (next === 0xff) {
      at -= 1;
      continue;
    }
    if (next !== 0x00 && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
