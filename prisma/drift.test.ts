import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

/** The engine is WebAssembly with one global state, so it needs a process of its own. */
function missingSql(): string {
  const program = `import { missingSql } from './bin/schema-diff.mjs'; process.stdout.write(await missingSql({ url: process.env.DATABASE_URL }))`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env: process.env });
}

describe('migrations and schema', () => {
  it('make the same database', () => {
    expect(missingSql()).toBe('');
  });

  it('are reported when they differ', async () => {
    await db.$executeRaw`ALTER TABLE releases DROP COLUMN notes`;
    expect(missingSql()).toContain('ADD COLUMN');
  });
});
