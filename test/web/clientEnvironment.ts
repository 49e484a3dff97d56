/** Node with Svelte's code for a page, where effects run: for tests of what follows other state. There is no DOM. */
import type { Environment } from 'vitest/runtime';

export default {
  name: 'client',
  viteEnvironment: 'client',
  setup(global: object) {
    // By which a page's code finds its workers.
    Object.defineProperty(global, 'self', { value: { location: new URL('http://localhost/') }, configurable: true });
    return { teardown: () => void Reflect.deleteProperty(global, 'self') };
  },
} satisfies Environment;
