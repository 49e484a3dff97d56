import { Transformer } from '@napi-rs/image';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../server/photos/cleanPicture.ts';
import { readPictureHeader } from '../../../server/photos/pictureHeader.ts';
import { asPhoned, bomb, device, exif, frame, heic, quarters, withSegment } from './pictures.ts';

const refusedAs = (sent: Buffer) =>
  cleanPicture(sent).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );

/** The colour at a place, as rough words. */
async function colours({ bytes, width }: { bytes: Buffer; width: number }) {
  const raw = await new Transformer(bytes).rawPixels();
  return (x: number, y: number) => [0, 1, 2].map((part) => Math.round(raw[(y * width + x) * 3 + part]! / 255)).join('');
}

describe('a picture made anew', () => {
  it('holds no place, no device, no EXIF, XMP, comment or profile', async () => {
    let sent = await quarters(640, 480).jpeg(90);
    sent = withSegment(sent, 0xfe, Buffer.from('bình luận của máy'));
    sent = withSegment(sent, 0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude="19,58.2N"/>'));
    sent = withSegment(sent, 0xe1, exif(1));
    expect((await new Transformer(sent).metadata(true)).orientation).toBe(1);
    expect(sent.includes(device)).toBe(true);
    const { bytes } = await cleanPicture(sent);
    for (const word of [device, 'Exif', 'GPS', 'xmpmeta', 'bình luận', 'ICC_PROFILE']) {
      expect([word, bytes.includes(word)]).toEqual([word, false]);
    }
    // Segments that hold what is not needed to draw it: APP1 to APP15, comments.
    for (let at = 2; bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) {
      const marker = bytes[at + 1]!;
      expect(marker >= 0xe1 && marker <= 0xef).toBe(false);
      expect(marker).not.toBe(0xfe);
    }
  });

  it('stands upright however the phone was held', async () => {
    const upright = await cleanPicture(await asPhoned(300, 200, 6));
    expect([upright.width, upright.height]).toEqual([200, 300]);
    const colourAt = await colours(upright);
    expect([colourAt(10, 10), colourAt(190, 10), colourAt(10, 290), colourAt(190, 290)]).toEqual([
      '100',
      '110',
      '000',
      '010',
    ]);
  });

  it('has at most 1600 pixels along its longer edge, and is not made larger', async () => {
    const large = await cleanPicture(await asPhoned(2400, 1200));
    expect([large.width, large.height]).toEqual([1600, 800]);
    const tall = await cleanPicture(await asPhoned(2000, 1000, 8));
    expect([tall.width, tall.height]).toEqual([800, 1600]);
    const small = await cleanPicture(await quarters(30, 20).png());
    expect([small.width, small.height]).toEqual([30, 20]);
  });

  it('is a JPEG, whether PNG or WebP was sent', async () => {
    for (const sent of [
      await quarters(90, 60).png(),
      await quarters(90, 60).webp(80),
      await quarters(90, 60).webpLossless(),
    ]) {
      const made = await cleanPicture(sent);
      expect(readPictureHeader(made.bytes)).toEqual({ format: 'jpeg', width: 90, height: 60, bytesPerPixel: 3 });
      expect((await colours(made))(5, 5)).toBe('110');
    }
  });

  it('is the same for the same picture: sending again is known again', async () => {
    const sent = await asPhoned(320, 240);
    expect((await cleanPicture(sent)).sha256).toBe((await cleanPicture(sent)).sha256);
  });
});

describe('refused', () => {
  it('what is no picture, whatever it is called', async () => {
    expect(await refusedAs(Buffer.from('Đây là tệp chữ đặt tên bien.jpg'))).toBe('photo-no-picture');
    expect(await refusedAs(Buffer.alloc(0))).toBe('photo-no-picture');
    expect(await refusedAs(Buffer.from('GIF89a\x01\0\x01\0', 'latin1'))).toBe('photo-no-picture');
    expect(await refusedAs(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('photo-no-picture');
  });

  it('HEIC, by its own words', async () => expect(await refusedAs(heic)).toBe('photo-heic'));

  it('a picture that is cut off, wherever', async () => {
    const jpeg = await quarters(200, 150).jpeg(90);
    for (const length of [2, 3, 20, 300, Math.floor(jpeg.length / 2), jpeg.length - 2, jpeg.length - 1]) {
      expect([length, await refusedAs(jpeg.subarray(0, length))]).toEqual([length, 'photo-broken']);
    }
    const png = await quarters(200, 150).png();
    expect(await refusedAs(png.subarray(0, png.length - 40))).toBe('photo-broken');
    const webp = await quarters(200, 150).webp(80);
    expect(await refusedAs(webp.subarray(0, webp.length - 40))).toBe('photo-broken');
  });

  it('what cameras append to a whole picture does no harm', async () => {
    const sent = Buffer.concat([await quarters(20, 20).jpeg(90), Buffer.from('a film of three seconds')]);
    expect(await refusedAs(sent)).toBe('taken');
  });

  it('a few bytes that would become gigabytes, before anything is decoded', async () => {
    const before = process.memoryUsage().rss;
    expect(await refusedAs(bomb(60_000, 60_000))).toBe('photo-too-many-pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect(await refusedAs(bomb(8001, 8000))).toBe('photo-too-many-pixels');
    // Fewer pixels, but not in it.
    expect(await refusedAs(bomb(4000, 4000))).toBe('photo-broken');
  });

  it('what takes twice the memory a pixel at half as many pixels', async () => {
    const [rgba, twice] = [6, 16] as const;
    expect(await refusedAs(bomb(6000, 6000, twice, rgba))).toBe('photo-too-many-pixels');
    await expect(cleanPicture(bomb(6000, 6000, twice, rgba))).rejects.toThrow('tối đa 32 triệu');
    expect(await refusedAs(bomb(5000, 5000, twice, rgba))).toBe('photo-broken');
    expect(await refusedAs(bomb(6000, 6000, 8, rgba))).toBe('photo-broken');
    // There is no such colour type.
    expect(await refusedAs(bomb(20, 20, 8, 5))).toBe('photo-broken');
  });

  it('a picture of two frames, whose size could be either', async () => {
    const jpeg = await quarters(200, 150).jpeg(90);
    const small = jpeg.subarray(2);
    const before = withSegment(jpeg, 0xc0, frame(60_000, 60_000));
    // Behind the scan, right before the end.
    const head = withSegment(Buffer.from([0xff, 0xd8]), 0xc0, frame(20, 20)).subarray(2);
    const after = Buffer.concat([jpeg.subarray(0, 2), small.subarray(0, -2), head, small.subarray(-2)]);
    expect([await refusedAs(jpeg), await refusedAs(before), await refusedAs(after)]).toEqual([
      'taken',
      'photo-broken',
      'photo-broken',
    ]);
    expect([readPictureHeader(before), readPictureHeader(after)]).toEqual(['broken', 'broken']);
  });

  it('pictures that come when several wait, until those are done', async () => {
    const sent = await asPhoned(320, 240);
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => refusedAs(sent)));
    expect(outcomes).toEqual([...Array<string>(6).fill('taken'), ...Array<string>(3).fill('too-many-requests')]);
    expect(await refusedAs(sent)).toBe('taken');
  });

  it('random bytes behind the beginning of a picture never hang or throw anything else', async () => {
    let seed = 7;
    const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) & 0xff;
    for (const start of [
      [0xff, 0xd8, 0xff, 0xe0],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x52, 0x49, 0x46, 0x46],
    ]) {
      for (let run = 0; run < 20; run += 1) {
        const sent = Buffer.from([...start, ...Array.from({ length: 500 }, random)]);
        expect(await refusedAs(sent)).toMatch(/^photo-/);
      }
    }
  });
});
