/** A village opened as the page does it, whose server answers edits only as it is told to. */
import { vi } from 'vitest';
import { recordKinds, type AnyRecord } from '../../../domain/records/record.ts';
import { fetchRules } from '../../../web/state/rules.svelte.ts';
import { openVillage } from '../../../web/state/village.svelte.ts';
import { aVillage } from '../../domain/builders.ts';

export interface OpenedVillage {
  /** Answers the edit sent last. */
  readonly answer: (response: Response) => void;
  /** Of the edits sent, in their order. */
  readonly sent: readonly string[];
}

/** To be closed, and its stubs taken away, after the test. */
export async function openedVillage(...records: readonly AnyRecord[]): Promise<OpenedVillage> {
  await fetchRules();
  return openedBeforeRules(...records);
}

/** The same while the rules of editing are still to come. */
export async function openedBeforeRules(...records: readonly AnyRecord[]): Promise<OpenedVillage> {
  const all = [aVillage(), ...records];
  const byKind = Object.fromEntries(recordKinds.map((kind) => [kind, all.filter((record) => record.kind === kind)]));
  let resolveLast: (response: Response) => void;
  const sent: string[] = [];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close(): void {}
    },
  );
  const whole = { sequence: 1, records: byKind, roadsElsewhere: [], entries: [] };
  vi.stubGlobal('fetch', (_path: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Promise.resolve(Response.json(whole));
    sent.push((JSON.parse(body as string) as { id: string }).id);
    return new Promise<Response>((resolve) => (resolveLast = resolve));
  });
  const { id, name } = aVillage();
  await openVillage({ id, name, role: 'officer', isSample: false });
  return { answer: (response) => resolveLast(response), sent };
}
