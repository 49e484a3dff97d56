/** Files that nobody else sees and that stay with nobody. */
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFile {
  readonly handle: FileHandle;
  remove(): Promise<void>;
}

/** `name`: of the folder, for whoever looks into the machine's temporary files. */
export async function temporaryFile(name: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), `so-nha-${name}-`));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  let handle: FileHandle;
  try {
    handle = await open(join(folder, 'file'), 'wx+', 0o600);
  } catch (error) {
    await removeFolder();
    throw error;
  }
  // Where the system lets a file be open that has no name: then nothing stays even of a process that is killed.
  await removeFolder().catch(() => undefined);
  return {
    handle,
    remove: async () => {
      await handle.close();
      await removeFolder();
    },
  };
}
