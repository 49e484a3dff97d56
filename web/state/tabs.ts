/**
 * The tabs of this browser that show Số Nhà. Each sends what was made in it; what a closed one left is taken over by
 * another, which learns of the closing by a lock the browser gives back (Web Locks). Not one tab for all: a phone puts
 * tabs in the background to sleep, and what is made in the one being looked at must not wait for them.
 */

/** Named anew each time the page is loaded. */
export const thisTab: string = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

const lockOf = (tab: string): string => `so-nha-tab-${tab}`;
/** Missing on pages served without encryption to another machine. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

let channel: BroadcastChannel | null = null;

/** Marks this tab as open for as long as it is, and hears when another has kept or settled something. */
export function joinTabs(onNews: (tab: string) => void): void {
  if (channel) return;
  void locks()?.request(lockOf(thisTab), () => new Promise(() => undefined));
  channel = new BroadcastChannel('so-nha');
  channel.onmessage = ({ data }: MessageEvent<string>) => onNews(data);
}

/** Tells the other tabs that what is kept on the device has changed. */
export const tellTabs = (): void => channel?.postMessage(thisTab);

/** Whether a tab is closed now. Without locks nobody knows: then yes, for sending an edit twice does no harm. */
export async function isGone(tab: string): Promise<boolean> {
  const manager = locks();
  return !manager || manager.request(lockOf(tab), { ifAvailable: true }, (lock) => lock !== null);
}

/** Does it, unless another tab is at it now. Without locks both are. */
export async function unlessElsewhere(what: string, work: () => Promise<void>): Promise<void> {
  const manager = locks();
  if (!manager) return work();
  await manager.request(`so-nha-${what}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** Resolves when another tab is closed. */
export async function gone(tab: string): Promise<void> {
  await locks()?.request(lockOf(tab), () => undefined);
}
