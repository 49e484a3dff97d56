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
/** Of what is decoded: 64 million take about 200 MB of memory while it lasts. */
const mostPixels = 64_000_000;
const quality = 82;
/** `ResizeFit.Inside`: the whole picture within the square. An enum the package declares for types only. */
const inside = 2;

const problems = { heic: 'photo-heic', broken: 'photo-broken', 'no-picture': 'photo-no-picture' } as const;

/**
 * One at a time: two large pictures side by side would need twice the memory. The work is done beside the event loop.
 * @throws ApiError photo-heic, photo-broken, photo-no-picture, photo-too-many-pixels
 */
export function cleanPicture(sent: Buffer): Promise<CleanPicture> {
  const made = before.then(() => madeAnew(sent));
  before = made.catch(() => undefined);
  return made;
}

let before: Promise<unknown> = Promise.resolve();

async function madeAnew(sent: Buffer): Promise<CleanPicture> {
  const header = readPictureHeader(sent);
  if (isProblem(header)) throw new ApiError(problems[header]);
  if (header.width * header.height > mostPixels) throw new ApiError('photo-too-many-pixels');
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

const isProblem = (header: object | HeaderProblem): header is HeaderProblem => typeof header === 'string';
