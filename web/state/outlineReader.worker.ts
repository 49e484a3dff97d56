/** Reads a file of outlines beside the page, so that a large one never stops the map. */
import { readOutlines } from '../../domain/formats/outlineFiles.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(readOutlines(data)));
