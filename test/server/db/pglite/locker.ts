/** Takes the lock of a folder, says so, and keeps it until killed; or says that it could not. */
import { lockFolder } from '../../../../server/db/pglite/folderLock.ts';

const [folder = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  lockFolder(folder).then(
    () => console.log('locked'),
    (error: unknown) => {
      console.log((error as { code: string }).code);
      process.exit(0);
    },
  );
});
setInterval(() => undefined, 60_000);
console.log('ready');
