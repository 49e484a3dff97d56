/** Short messages that come and go: what was done, and why something could not be. */

export type ToastTone = 'done' | 'problem' | 'notice';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: ToastTone;
  readonly text: string;
  readonly action: ToastAction | null;
}

const shownMilliseconds: Record<ToastTone, number> = { done: 6_000, notice: 8_000, problem: 14_000 };
/** What can be pressed is not taken away while a hand is on its way there. */
const longerWithAction = 2;
const mostAtOnce = 3;

let list = $state.raw<readonly Toast[]>([]);
let lastId = 0;

export const toasts = {
  get list(): readonly Toast[] {
    return list;
  },
};

export function say(tone: ToastTone, text: string, action: ToastAction | null = null): void {
  lastId += 1;
  const toast: Toast = { id: lastId, tone, text, action };
  // The same words twice are one message.
  list = [...list.filter((other) => other.text !== text), toast].slice(-mostAtOnce);
  setTimeout(() => dismiss(toast.id), shownMilliseconds[tone] * (action ? longerWithAction : 1));
}

export function dismiss(id: number): void {
  list = list.filter((toast) => toast.id !== id);
}

/** What was done before is read by now: it must not lie over the dialog that opens. */
export function dismissDone(): void {
  list = list.filter(({ tone }) => tone !== 'done');
}
