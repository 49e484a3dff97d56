/** Pictures as people send them, made here: with a place and a device in them, turned, cut off, far too large. */
import { Transformer } from '@napi-rs/image';
import { crc32, deflateSync } from 'node:zlib';

/** Upper left yellow, upper right green, lower left red, lower right black: RGBA. */
export function quarters(width: number, height: number): Transformer {
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      pixels[at] = x < width / 2 ? 255 : 0;
      pixels[at + 1] = y < height / 2 ? 255 : 0;
      pixels[at + 3] = 255;
    }
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

export const device = 'Camera Xã Tống Sơn 12';

/** One entry of a directory of TIFF: tag, type, count, value or where it is. */
const entry = (tag: number, type: number, count: number, value: number): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(value, 8);
  return bytes;
};

const directory = (...entries: readonly Buffer[]): Buffer => {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
};

const rational = (...parts: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(parts.length * 4);
  parts.forEach((part, index) => bytes.writeUInt32LE(part, index * 4));
  return bytes;
};

/** EXIF as a phone writes it: the device, how it was held, and 19°58'12" N, 105°47'17" E. */
export function exif(orientation: number): Buffer {
  const make = Buffer.from(`${device}\0`, 'utf8');
  const first = 8;
  const gps = first + 2 + 3 * 12 + 4;
  const makeAt = gps + 2 + 4 * 12 + 4;
  const latitudeAt = makeAt + make.length;
  const longitudeAt = latitudeAt + 24;
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0x00, first, 0, 0, 0]),
    directory(entry(0x010f, 2, make.length, makeAt), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, gps)),
    directory(
      entry(1, 2, 2, 'N'.charCodeAt(0)),
      entry(2, 5, 3, latitudeAt),
      entry(3, 2, 2, 'E'.charCodeAt(0)),
      entry(4, 5, 3, longitudeAt),
    ),
    make,
    rational(19, 1, 58, 1, 12, 1),
    rational(105, 1, 47, 1, 17, 1),
  ]);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** The picture with a segment right behind its start. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** The content of a JPEG's frame header (SOF): 8 bits, three colours. */
export function frame(width: number, height: number): Buffer {
  const content = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
  content.writeUInt16BE(height, 1);
  content.writeUInt16BE(width, 3);
  return content;
}

export const asPhoned = async (width: number, height: number, orientation = 1): Promise<Buffer> =>
  withSegment(await quarters(width, height).jpeg(90), 0xe1, exif(orientation));

/** A PNG of a few hundred bytes that says it has so many pixels, of so many bits a colour; colour type 6 is RGBA. */
export function bomb(width: number, height: number, bits = 8, colourType = 0): Buffer {
  const chunk = (tag: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(tag, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4096))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What an iPhone makes where nobody told it otherwise: its first bytes are what counts. */
export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(400, 7),
]);
