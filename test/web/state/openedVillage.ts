/** A village opened as the page does it, whose server answers edits only as it is told to. */
import { vi } from 'vitest';
import { recordKinds, type AnyRecord } from '../../../domain/records/record.ts';
import { fetchRules } from '../../../web/state/rules.svelte.ts';
import { openVillage } from '../../../web/state/village.svelte.ts';
import { aVillage } from '../../domain/builders.ts';

/** To be closed, and its stubs taken away, after the test. `answer` answers the edit sent last. */
export async function openedVillage(
  ...records: readonly AnyRecord[]
): Promise<{ readonly answer: (response: Response) => void }> {
  const all = [aVillage(), ...records];
  const byKind = Object.fromEntries(recordKinds.map((kind) => [kind, all.filter((record) => record.kind === kind)]));
  let resolveLast: (response: Response) => void;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close(): void {}
    },
  );
  vi.stubGlobal('fetch', (_path: string, { method }: RequestInit) =>
    method === 'POST'
      ? new Promise<Response>((resolve) => (resolveLast = resolve))
      : Promise.resolve(Response.json({ sequence: 1, records: byKind, roadsElsewhere: [] })),
  );
  const { id, name } = aVillage();
  await fetchRules();
  await openVillage({ id, name, role: 'officer', isSample: false });
  return { answer: (response) => resolveLast(response) };
}
