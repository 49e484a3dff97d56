/** Pictures of signs: sent by who may edit signs, seen by who may enter the village, and by nobody else. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyError, FastifyRequest } from 'fastify';
import { mayEdit } from '../../domain/permissions.ts';
import { Id, record } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { addPhoto, isSamePhoto, photoBytes, photoSum, removeUnusedPhotos } from '../db/photos.ts';
import { sequenceOf } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { cleanPicture, refuseWhenCrowded } from '../photos/cleanPicture.ts';
import type { Services } from '../services.ts';
import { limitPerAccount } from './perAccount.ts';
import { VillageParams } from './villageParams.ts';

/** The id is made where the picture is taken, so that sending it again is harmless. */
const PhotoQuery = record({ id: Id });
const PhotoParams = record({ villageId: Id, photoId: Id });

/** Bytes: more than a phone's picture of 12 million pixels takes, far below what would weigh on the server. */
const bodyLimit = 12 * 1024 * 1024;
/** Milliseconds. */
const betweenTidying = 3_600_000;

export const photoRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock, limits, report }) => {
  const limit = limitPerAccount(api, 'photo', limits.photosPerAccount);

  // The declared type is not believed, only what the bytes are; but one that a form could send is not taken.
  api.addContentTypeParser(
    /^(image\/[\w.+-]+|application\/octet-stream)$/,
    { parseAs: 'buffer', bodyLimit },
    (_, body, done) => done(null, body),
  );

  /** Before the body is read. */
  const onRequest = async (request: FastifyRequest) => {
    const { villageId } = request.params as { villageId: string };
    const { account, role } = readerOf(request, villageId);
    // What waited on a device is sent for the one who took it, whoever has signed in there since.
    const sender = request.headers['x-account'];
    if (sender !== undefined && sender !== account.id) throw new ApiError('other-account');
    if (!mayEdit(role, 'sign.setState')) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'photo' });
      throw new ApiError('forbidden');
    }
    await limit(request);
    refuseWhenCrowded();
  };
  const errorHandler = (error: FastifyError): never => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw new ApiError('photo-too-large');
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') throw new ApiError('photo-no-picture');
    throw error;
  };

  let tidied = 0;
  const tidyUp = async () => {
    const now = clock();
    if (now.getTime() - tidied < betweenTidying) return;
    tidied = now.getTime();
    try {
      await removeUnusedPhotos(database.db, now);
    } catch (error) {
      report.failure(error, 'photos: tidy up');
    }
  };
  let tidying = Promise.resolve();
  api.addHook('onListen', tidyUp);
  api.addHook('onClose', () => tidying);

  const schema = { params: VillageParams, querystring: PhotoQuery };
  api.post('/villages/:villageId/photos', { schema, bodyLimit, onRequest, errorHandler }, async (request, reply) => {
    const { villageId } = request.params;
    const { id } = request.query;
    const { account } = readerOf(request, villageId);
    // What is parsed as JSON, or empty, is no picture either.
    if (!Buffer.isBuffer(request.body)) throw new ApiError('photo-no-picture');
    if ((await sequenceOf(database.db, villageId)) === null) throw new ApiError('village-missing');
    const picture = await cleanPicture(request.body);
    const photo = { id, ...picture, createdAt: clock(), authorId: account.id };
    const isNew = await addPhoto(database.db, villageId, photo);
    if (!isNew && !(await isSamePhoto(database.db, villageId, photo))) throw new ApiError('edit-id-reused');
    // Whoever sent it need not wait for that.
    tidying = tidyUp();
    const { width, height, sha256 } = picture;
    return reply.code(isNew ? 201 : 200).send({ id, width, height, sha256 });
  });

  api.get('/villages/:villageId/photos/:photoId', { schema: { params: PhotoParams } }, async (request, reply) => {
    const { villageId, photoId } = request.params;
    readerOf(request, villageId);
    const sum = await photoSum(database.db, villageId, photoId);
    if (sum === null) throw new ApiError('not-found');
    const etag = `"${sum.slice(0, 32)}"`;
    // It never changes, but whoever may see it may: a browser keeps it for one who is signed in, and asks the rest.
    reply
      .header('etag', etag)
      .header('cache-control', 'private, max-age=3600')
      .header('vary', 'cookie')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', 'inline; filename="bien.jpg"');
    // Browsers send back the one they have, as it was given.
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const bytes = await photoBytes(database.db, villageId, photoId);
    if (!bytes) throw new ApiError('not-found');
    return reply.type('image/jpeg').send(bytes);
  });
};
