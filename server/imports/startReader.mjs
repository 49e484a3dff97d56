/** As written, the reader of files needs the TypeScript loader: this takes it, then starts. */
import { register } from 'tsx/esm/api';

register();
await import('./reader.ts');
