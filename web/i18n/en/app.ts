/** Texts of the frame around the map. */
import type { appVi } from '../vi/app.ts';

export const appEn: Record<keyof typeof appVi, string> = {
  'app.name': 'Số Nhà',
  'undo.done': 'Undone: {what}.',
  'redo.done': 'Redone: {what}.',
  'problem.unknown': 'The server did not accept this. Nothing has changed.',
};
