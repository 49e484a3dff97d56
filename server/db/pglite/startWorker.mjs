/** A worker thread does not inherit the TypeScript loader: this one takes it, then starts. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
