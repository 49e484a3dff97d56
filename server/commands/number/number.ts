/** `sonha number`: numbers the houses of a file along the roads of another; needs no database and writes one file. */
import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { featureOf, isFileProblem, isObject, readFeatures, type Feature } from '../../../domain/formats/features.ts';
import { fileProblem, type FeatureRefusalCode, type FileRole } from '../../../domain/formats/fileProblem.ts';
import {
  houseShapeOf,
  numberHouses,
  numberInFile,
  profilesByName,
  type FeatureAddress,
  type HouseShape,
} from '../../../domain/formats/numberFiles.ts';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import { LaunchError } from '../../errors.ts';
import { newId } from '../../identifier.ts';
import { flagsOf, needed, type Command } from '../command.ts';
import { tellFileProblem } from '../fileReport.ts';
import { createSplitter, featuresOfFile, FileRefused } from './featureStream.ts';
import { tellNumbering } from './tellNumbering.ts';

export const number: Command = async (args, { note, clock }) => {
  const text = { type: 'string' } as const;
  const flags = flagsOf(args, {
    roads: text,
    houses: text,
    buildings: text,
    profile: text,
    out: text,
    'keep-numbers': { type: 'boolean' },
  });
  const housesFile = needed(flags.houses, 'houses');
  const out = needed(flags.out, 'out');
  const profile = profilesByName.get(flags.profile ?? 'vn-2024');
  if (!profile) {
    const known = [...profilesByName.keys()].join(', ');
    throw new LaunchError('profile-unknown', `Không có quy tắc đánh số "${flags.profile}". Có: ${known}.`);
  }
  keepHeapSmall();
  const roads = await roadsOf(needed(flags.roads, 'roads'));
  note(`Đọc ${housesFile}…`);
  const shapes: (HouseShape | FeatureRefusalCode)[] = [];
  const numbers: (string | null)[] = [];
  for await (const value of opened('buildings', housesFile)) {
    const feature = featureOf(value, shapes.length);
    shapes.push(houseShapeOf(feature));
    if (flags['keep-numbers']) numbers.push(numberInFile(feature));
  }
  const obstacles: Polygon[] = [];
  if (flags.buildings !== undefined) {
    for await (const value of opened('buildings', flags.buildings)) {
      const shape = houseShapeOf(featureOf(value, 0));
      if (typeof shape !== 'string' && 'polygon' in shape) obstacles.push(shape.polygon);
    }
  }
  note(`Đánh số ${shapes.length} nhà…`);
  const numbered = numberHouses(roads, shapes, obstacles, profile, newId(clock()), numbers);
  await writeNumbered(housesFile, out, numbered.addresses);
  for (const line of tellNumbering(numbered, flags['keep-numbers'] ?? false)) note(line);
};

async function roadsOf(path: string): Promise<readonly Feature[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unusable(path, error);
  });
  const features = readFeatures('roads', text);
  if (!isFileProblem(features)) return features;
  throw unusable(path, features.code === 'file-not-json' ? whereBroken(text) : new FileRefused(features));
}

/** Read feature by feature the text tells in which line it stops being JSON. */
function whereBroken(text: string): FileRefused {
  try {
    const splitter = createSplitter('roads');
    for (const _feature of splitter.add(text));
    splitter.end();
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  return new FileRefused(fileProblem('roads', 'file-not-json'));
}

/** What the person at the terminal is told of a file: which one, and what is wrong with it. */
function unusable(path: string, error: unknown): unknown {
  if (error instanceof FileRefused) {
    return new LaunchError(error.problem.code, `${tellFileProblem(error.problem)} (${path})`);
  }
  const isSystem = (error as NodeJS.ErrnoException).code !== undefined;
  return isSystem ? new LaunchError('file-missing', `Không đọc được tệp ${path}.`) : error;
}

async function* opened(role: FileRole, path: string): AsyncGenerator<unknown> {
  try {
    yield* featuresOfFile(role, path);
  } catch (error) {
    throw unusable(path, error);
  }
}

/**
 * Of a large file much is held for long: left to itself, the engine lets three times as much pile up before it looks for
 * what is no longer used. Half as much again costs a fifth of the time, and 200,000 houses stay under a gigabyte.
 */
const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=50');

/** As a file's name: into the pipe. */
const standardOutput = '-';

/** Reads the houses once more, so that their own properties need not be kept. The file appears when it is whole. */
async function writeNumbered(housesFile: string, out: string, addresses: readonly FeatureAddress[]): Promise<void> {
  const isPipe = out === standardOutput;
  const draft = `${out}.${process.pid}.partial`;
  const stream = isPipe ? process.stdout : createWriteStream(draft);
  const failed = once(stream, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined);
  const write = async (piece: string) => {
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
  };
  try {
    await write('{"type":"FeatureCollection","features":[');
    let index = 0;
    for await (const value of opened('buildings', housesFile)) {
      const address = addresses[index];
      // The file has grown since it was read first.
      if (!address) throw unusable(housesFile, new FileRefused(fileProblem('buildings', 'file-changed')));
      await write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(withAddress(value, address))}`);
      index += 1;
    }
    await write('\n]}\n');
    if (isPipe) return;
    stream.end();
    await Promise.race([once(stream, 'finish'), failed]);
    await rename(draft, out);
  } catch (error) {
    if (!isPipe) {
      stream.destroy();
      // Where the draft could not be made there may be nothing to remove it from either.
      await rm(draft, { force: true }).catch(() => undefined);
    }
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !('syscall' in (error as object))) throw error;
    throw new LaunchError('file-not-written', `Không ghi được tệp ${out} (${code}).`);
  }
}

function withAddress(value: unknown, address: FeatureAddress): unknown {
  const given = isObject(value) ? value : {};
  const own = Object.entries(isObject(given['properties']) ? given['properties'] : {});
  // What the file itself calls by a name of the answer stays beside it.
  const kept = own.map(
    ([name, property]) => [Object.hasOwn(address, name) ? `given:${name}` : name, property] as const,
  );
  return { ...given, properties: { ...Object.fromEntries(kept), ...address } };
}
