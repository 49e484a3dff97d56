/** The role the application acts under: it may not update or delete what is append-only (DESIGN §3). */
import type { OwnerConnection } from './connection.ts';

export const applicationRole = 'sonha_app';

/**
 * Makes the role if the cluster has none (roles belong to all databases of a cluster) and lets the signed-in user
 * take it. Two servers may do so at once: whoever comes second finds it done.
 */
export async function ensureApplicationRole(connection: OwnerConnection): Promise<void> {
  await unlessDoneByAnother(async () => {
    const found = await connection.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [applicationRole]);
    if (found.length === 0) await connection.query(`CREATE ROLE ${applicationRole} NOLOGIN`);
  });
  await unlessDoneByAnother(async () => {
    const [may] = await connection.query<{ take: boolean }>(`SELECT pg_has_role(current_user, $1, 'USAGE') AS take`, [
      applicationRole,
    ]);
    if (!may?.take) await connection.query(`GRANT ${applicationRole} TO CURRENT_USER`);
  });
}

const doneByAnother = new Set(['42710', '23505', 'XX000']);

async function unlessDoneByAnother(step: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await step();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === 5 || !doneByAnother.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}
