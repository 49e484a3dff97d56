/** Compound files (MS-CFB): what Excel wrote before 2007, and what it wraps encrypted workbooks in. */
import type { ByteSource } from '../fileFormat.ts';
import { fault, type FileFault } from '../fileFault.ts';
import { stretches } from '../pieces.ts';

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompound = (head: Uint8Array): boolean => magic.every((byte, at) => head[at] === byte);

/** The name of the stream that has the encrypted workbook (MS-OFFCRYPTO 2.3.4.4), as its directory writes it. */
const encrypted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Encrypted, or of a kind that is not read here. */
export async function compoundFault(source: ByteSource): Promise<FileFault> {
  let before = new Uint8Array();
  for await (const piece of stretches(source)) {
    const bytes = new Uint8Array(before.length + piece.length);
    bytes.set(before);
    bytes.set(piece, before.length);
    for (let at = bytes.indexOf(encrypted[0]!); at >= 0; at = bytes.indexOf(encrypted[0]!, at + 1)) {
      if (encrypted.every((byte, offset) => bytes[at + offset] === byte)) return fault('encrypted');
    }
    before = bytes.slice(-encrypted.length);
  }
  return fault('unknown-format', {}, { kind: 'xls' });
}
