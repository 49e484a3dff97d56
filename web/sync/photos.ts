/** Pictures of signs: sent with news of how far, and where they are seen. */
import type { Id } from '../../domain/records/fields.ts';
import { failureOf, unreachable, type Answer } from './api.ts';

export interface PhotoToSend {
  /** Made here: sending it again is harmless. */
  readonly id: Id;
  readonly villageId: Id;
  readonly authorId: Id;
  readonly picture: Blob;
}

/** Milliseconds: a picture over a weak network. */
const longest = 120_000;

/** `onProgress`: the share that has left the device, 0 to 1. (Only this kind of request tells it.) */
export function sendPhoto(photo: PhotoToSend, onProgress?: (share: number) => void): Promise<Answer<unknown>> {
  const { id, villageId, authorId, picture } = photo;
  const query = new URLSearchParams({ id });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/villages/${villageId}/photos?${query}`);
    request.timeout = longest;
    request.setRequestHeader(
      'content-type',
      picture.type.startsWith('image/') ? picture.type : 'application/octet-stream',
    );
    request.setRequestHeader('x-account', authorId);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = request.ontimeout = request.onabort = () => resolve(unreachable);
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) return resolve({ ok: true, value: undefined });
      const retryAfter = request.getResponseHeader('retry-after');
      const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
      void failureOf(new Response(responseText, { status: Math.max(status, 400), headers })).then(resolve);
    };
    request.send(picture);
  });
}

export const photoAddress = (villageId: Id, photoId: Id): string => `/api/villages/${villageId}/photos/${photoId}`;
