/** Opens an embedded database and keeps it until killed. */
import { openDatabase } from '../../../../server/db/open.ts';

const [folder = ''] = process.argv.slice(2);
await openDatabase({ kind: 'pglite', folder }, () => undefined);
console.log('held');
setInterval(() => undefined, 60_000);
