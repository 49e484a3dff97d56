/** Texts of the frame around the map: signing in, villages, the rail, messages. */
export const appVi = {
  'app.name': 'Số Nhà',
  'undo.done': 'Đã hoàn tác: {what}.',
  'redo.done': 'Đã làm lại: {what}.',
  'problem.unknown': 'Máy chủ không nhận thao tác này. Dữ liệu không thay đổi.',
} as const;
