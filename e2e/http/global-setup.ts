import type { TestProject } from 'vitest/node';
import { startForum } from '@/e2e/fixtures/forum';

declare module 'vitest' {
  interface ProvidedContext {
    forum: Record<string, string>;
  }
}

/** One forum for all tests over HTTP: they run one after the other. */
export default async function startForumOnce(project: TestProject): Promise<() => Promise<void>> {
  const forum = await startForum('http');
  project.provide('forum', forum.environment);
  return forum.end;
}
