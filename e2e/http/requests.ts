import { expect, onTestFinished, vi } from 'vitest';
import { startServer } from '@/e2e/fixtures/server';
import type { Server } from '@/e2e/fixtures/server';
import { retireMade } from '@/prisma/factories/agreements';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import type { DeskRole } from '@/prisma/factories/people';

/** The address of the forum under test. */
export const origin = (): string => process.env.NEXTAUTH_URL ?? '';

/** Asks the forum, following no redirect. An address may also name another server. */
export const ask = (address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(address, origin()), { redirect: 'manual', ...init });

export const read = async (address: string, init?: RequestInit): Promise<string> => (await ask(address, init)).text();

// Tests read answers of any shape.
// oxlint-disable-next-line typescript/no-explicit-any
export const readJson = async (address: string, init?: RequestInit): Promise<any> => (await ask(address, init)).json();

export const statusOf = async (address: string, init?: RequestInit): Promise<number> => {
  const response = await ask(address, init);
  await response.arrayBuffer(); // or the connection stays busy
  return response.status;
};

/** The words of a page. */
export const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');

/** The session cookie of a new person at the desk. */
export async function signIn(role: DeskRole = 'editor'): Promise<{ Cookie: string }> {
  const { userId } = await makeEditor({ role });
  return { Cookie: `next-auth.session-token=${await makeSession(userId)}` };
}

/**
 * Starts another server of the same build, on the same database unless the settings name another; ends it with the
 * test.
 */
export async function startOther(settings: Record<string, string> = {}): Promise<Server> {
  const server = await startServer(settings);
  onTestFinished(server.end);
  return server;
}

/** Takes agreements that a file of tests has made out of all lists again: the next file counts those of the dataset. */
export async function retire(...slugs: string[]): Promise<void> {
  await retireMade(slugs);
  await vi.waitFor(
    async () => {
      const { data } = (await readJson('/api/v1/agreements')) as { data: { slug: string }[] };
      expect(data.filter(({ slug }) => slugs.includes(slug))).toEqual([]);
    },
    { interval: 50, timeout: 20_000 },
  );
}
