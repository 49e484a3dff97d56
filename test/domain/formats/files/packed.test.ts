import { strToU8, zipSync, type Zippable } from 'fflate';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { FileFaultCode } from '../../../../domain/formats/files/fileFault.ts';
import { FileRefused } from '../../../../domain/formats/files/fileFormat.ts';
import { openPacked } from '../../../../domain/formats/files/packed.ts';
import { sourceOf } from '../../../../domain/formats/files/pieces.ts';
import { defaultReadLimits, type ReadLimits } from '../../../../domain/formats/files/readLimits.ts';

const limits = (changed: Partial<ReadLimits> = {}) => ({ ...defaultReadLimits, ...changed });
const open = (bytes: Uint8Array, changed: Partial<ReadLimits> = {}) =>
  openPacked(sourceOf('a.zip', bytes), limits(changed));
const archive = (files: Zippable) => zipSync(files);

/** The fault with which the work is refused. */
async function faultOf(work: Promise<unknown>): Promise<{ code: FileFaultCode; column: string | null }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FileRefused);
  const { code, column } = (error as FileRefused).fault;
  return { code, column };
}

const firstOf = async (bytes: Uint8Array, changed: Partial<ReadLimits> = {}) =>
  (await open(bytes, changed))[0]!.whole();

/** The bytes with a number of two or four bytes written over, after the mark of each header of the kind. */
function overwritten(bytes: Uint8Array, mark: number, offset: number, size: 2 | 4, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 <= changed.length; at += 1) {
    if (view.getUint32(at, true) !== mark) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return changed;
}
const [localHeader, directoryHeader] = [0x04034b50, 0x02014b50];

describe('packed files', () => {
  it('gives every file in it back, folders left out', async () => {
    const files = { 'xl/': new Uint8Array(), 'xl/ngõ 5.xml': strToU8('Số 4, ngách 5/4'), empty: new Uint8Array() };
    const entries = await open(archive(files));
    expect(entries.map(({ name }) => name)).toEqual(['xl/ngõ 5.xml', 'empty']);
    expect(new TextDecoder().decode(await entries[0]!.whole())).toBe('Số 4, ngách 5/4');
    expect(await entries[1]!.whole()).toHaveLength(0);
  });

  it('stops a bomb while it unpacks, whatever it says of its size', async () => {
    const bomb = archive({ 'bomb.xml': [new Uint8Array(30_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(60_000);
    const modest = overwritten(overwritten(bomb, directoryHeader, 24, 4, 1000), localHeader, 22, 4, 1000);
    expect(await faultOf(firstOf(bomb))).toEqual({ code: 'unpacks-too-large', column: 'bomb.xml' });
    expect(await faultOf(firstOf(modest))).toEqual({ code: 'broken', column: 'bomb.xml' });
  });

  it('counts what all files of it unpack to together', async () => {
    const noise = Uint8Array.from({ length: 600_000 }, (_, i) => (i * 7919) % 251);
    const entries = await open(archive({ a: noise, b: noise }), { unpackedBytes: 1_000_000, expansion: 1e9 });
    expect(await entries[0]!.whole()).toHaveLength(600_000);
    expect(await faultOf(entries[1]!.whole())).toEqual({ code: 'unpacks-too-large', column: 'b' });
  });

  it('believes no claim of two gigabytes', async () => {
    const claim = overwritten(archive({ a: strToU8('Chí Phúc') }), directoryHeader, 24, 4, 0x7fffffff);
    const read = await firstOf(claim).catch((error: unknown) => (error as FileRefused).fault.code);
    expect(typeof read === 'string' ? read : new TextDecoder().decode(read)).toMatch(/^(broken|Chí Phúc)$/);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', '..\\b', 'C:\\b', '\\\\server\\b'])(
    'refuses the name %s',
    async (name) => {
      expect(await faultOf(open(archive({ [name]: strToU8('x') })))).toEqual({ code: 'entry-outside', column: name });
    },
  );

  it('refuses a link, an encrypted entry, and too many of them', async () => {
    const link = archive({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    expect(await faultOf(open(link))).toEqual({ code: 'entry-outside', column: 'link' });
    const secret = overwritten(archive({ a: strToU8('x') }), directoryHeader, 8, 2, 1);
    expect(await faultOf(open(secret))).toEqual({ code: 'encrypted', column: 'a' });
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, strToU8('x')]));
    expect((await faultOf(open(archive(many), { entries: 10 }))).code).toBe('too-many-entries');
  });

  it('calls what is cut off, damaged or no archive at all broken', async () => {
    const whole = archive({ 'a.xml': strToU8('Số nhà '.repeat(4000)) });
    expect((await faultOf(open(strToU8('no archive at all')))).code).toBe('broken');
    expect((await faultOf(open(whole.subarray(0, whole.length - 30)))).code).toBe('broken');
    const damaged = whole.slice();
    damaged[60]! ^= 0xff;
    expect(await faultOf(firstOf(damaged))).toEqual({ code: 'broken', column: 'a.xml' });
  });

  it('leaves nothing running when the reader turns away', async () => {
    const entries = await open(
      archive({ a: Uint8Array.from({ length: 3_000_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255) }),
    );
    for await (const piece of entries[0]!.bytes()) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(await entries[0]!.whole()).toHaveLength(3_000_000);
  });

  it('nothing of an entry is kept once it was read', async () => {
    const bytes = archive({ 'a.xml': new Uint8Array(48 * megabyte) });
    const [entry] = await open(bytes, { unpackedBytes: 2 ** 30, expansion: 1e6 });
    const before = await heldMegabytes();
    let [read, held] = [0, Infinity];
    for await (const piece of entry!.bytes()) {
      read += piece.length;
      if (read === 48 * megabyte) held = (await heldMegabytes()) - before;
    }
    expect(held).toBeLessThan(16);
  });
});

const megabyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In bytes that lie outside of objects, when all that can be thrown away has been. */
async function heldMegabytes(): Promise<number> {
  collectGarbage();
  // What was thrown away is given back beside the program.
  await wait(50);
  collectGarbage();
  return process.memoryUsage().arrayBuffers / megabyte;
}
