/** To whom a file goes and what for, as it is told with the request: both must say something. */
import { ApiError } from '../errors.ts';

export interface ToWhom {
  readonly purpose: string;
  readonly recipient: string;
}

/** @throws ApiError invalid-input */
export function toWhomOf({ purpose, recipient }: ToWhom): ToWhom {
  const told = { purpose: purpose.trim(), recipient: recipient.trim() };
  if (told.purpose === '') throw new ApiError('invalid-input', { path: '/purpose' });
  if (told.recipient === '') throw new ApiError('invalid-input', { path: '/recipient' });
  return told;
}
