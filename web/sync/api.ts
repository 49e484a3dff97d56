/** One call to the server: its answer, or why there is none. The only place that speaks HTTP. */
import type { Refusal } from '../../domain/edits/refusal.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number;
  readonly code: string;
  /** What the server says in Vietnamese. */
  readonly message: string;
  readonly refusal: Refusal | null;
  readonly retryAfterSeconds: number | null;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Longer than the slowest honest answer: an import of a village. */
const timeoutMilliseconds = 60_000;

export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const response = await request(method, path, body, headers);
  if (!response) return unreachable;
  if (!response.ok) return failureOf(response);
  if (response.status === 204) return { ok: true, value: undefined as T };
  try {
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return unreachable;
  }
}

/** As `call`, for answers that are files. */
export async function download(method: Method, path: string, body?: unknown): Promise<Answer<Blob>> {
  const response = await request(method, path, body);
  if (!response) return unreachable;
  if (!response.ok) return failureOf(response);
  try {
    return { ok: true, value: await response.blob() };
  } catch {
    return unreachable;
  }
}

async function request(
  method: Method,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | null> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...contentOf(body, headers),
    });
  } catch {
    return null;
  }
}

/** Bytes as they are, everything else as JSON. */
function contentOf(body: unknown, headers: Readonly<Record<string, string>>): RequestInit {
  if (body === undefined) return { headers };
  if (body instanceof Blob) return { headers: { 'content-type': 'application/octet-stream', ...headers }, body };
  return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export const unreachable: Failure = {
  ok: false,
  status: 0,
  code: 'unreachable',
  message: '',
  refusal: null,
  retryAfterSeconds: null,
};

interface ErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string };
  readonly refusal?: Refusal;
}

export async function failureOf(response: Response): Promise<Failure> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    ok: false,
    status: response.status,
    code: body.error?.code ?? 'unknown',
    message: body.error?.message ?? '',
    refusal: body.refusal ?? null,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
  };
}
