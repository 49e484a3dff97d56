/**
 * A picture made anew: decoded, turned upright, made smaller and encoded, so that nothing but its pixels is kept of
 * what was sent (no place, no device, no small copy inside; RULES §6).
 */
import { createHash } from 'node:crypto';
import { ApiError } from '../errors.ts';
import { readPictureHeader, type HeaderProblem } from './pictureHeader.ts';

export interface CleanPicture {
  /** JPEG. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** Pixels along the longer edge: the letters of a sign are read from it. */
export const longestEdge = 1600;
/** Of what is decoded. */
const mostPixels = 64_000_000;
/** What they may take in memory: as many pixels of four bytes; of eight (16 bits a colour) half as many. */
const mostBytes = 4 * mostPixels;
/** Pictures here at a time, each of up to 12 MB as sent: one being made anew, the others waiting. */
const mostAtOnce = 6;
/** About what one takes that is large. */
const secondsEach = 2;
const quality = 82;
/** `ResizeFit.Inside`: the whole picture within the square. An enum the package declares for types only. */
const inside = 2;

const problems = { heic: 'photo-heic', broken: 'photo-broken', 'no-picture': 'photo-no-picture' } as const;

/**
 * One at a time: two large pictures side by side would need twice the memory. The work is done beside the event loop.
 * @throws ApiError photo-heic, photo-broken, photo-no-picture, photo-too-many-pixels, too-many-requests
 */
export async function cleanPicture(sent: Buffer): Promise<CleanPicture> {
  refuseWhenCrowded();
  here += 1;
  const made = before.then(() => madeAnew(sent)).finally(() => (here -= 1));
  before = made.catch(() => undefined);
  return made;
}

let here = 0;
let before: Promise<unknown> = Promise.resolve();

/** To be asked before a picture is read, too. @throws ApiError too-many-requests */
export function refuseWhenCrowded(): void {
  if (here >= mostAtOnce) throw new ApiError('too-many-requests', { retryAfterSeconds: here * secondsEach });
}

async function madeAnew(sent: Buffer): Promise<CleanPicture> {
  const header = readPictureHeader(sent);
  if (isProblem(header)) throw new ApiError(problems[header]);
  const most = Math.min(mostPixels, mostBytes / header.bytesPerPixel);
  if (header.width * header.height > most) {
    throw new ApiError('photo-too-many-pixels', most < mostPixels ? { message: tooMany(most) } : {});
  }
  // Twenty megabytes of code that most days need not.
  const { Transformer } = await import('@napi-rs/image');
  try {
    const upright = new Transformer(sent).rotate();
    const isLarge = Math.max(header.width, header.height) > longestEdge;
    const small = isLarge ? upright.resize({ width: longestEdge, height: longestEdge, fit: inside }) : upright;
    const bytes = await small.jpeg(quality);
    const made = readPictureHeader(bytes);
    if (isProblem(made)) throw new Error('what was encoded is no picture');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, width: made.width, height: made.height, sha256 };
  } catch {
    // What the decoder says may quote what was sent.
    throw new ApiError('photo-broken');
  }
}

const tooMany = (most: number): string =>
  `Ảnh có quá nhiều điểm ảnh (loại ảnh này tối đa ${Math.floor(most / 1_000_000)} triệu). Hãy chọn ảnh nhỏ hơn. Chưa lưu gì.`;

const isProblem = (header: object | HeaderProblem): header is HeaderProblem => typeof header === 'string';
