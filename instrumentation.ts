import { isDatabaseDown } from '@/lib/platform/database-down';

/** Called once by each server process before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { configureTrustedProxies } = await import('@/lib/platform/rate-limit/client-address');
  const { env } = await import('@/lib/platform/env');
  configureTrustedProxies(env().TRUSTED_PROXIES);
  const { startCaches } = await import('@/lib/platform/cache/start-caches');
  startCaches(env().PAGE_CACHE_MB);
  const { subscribeToInvalidations } = await import('@/lib/platform/cache/listener');
  subscribeToInvalidations();
  if (process.env.RUN_WORKER === '1') {
    const { startWorkerBesideServer } = await import('@/lib/platform/jobs/worker');
    const { injectedTasks } = await import('@/app/server/tasks');
    startWorkerBesideServer(injectedTasks);
  }
}

/** Called by Next with whatever a page or route has thrown, before it is answered: bin/serve.mjs then says 503 instead of 500. */
export function onRequestError(error: unknown): void {
  const noted = globalThis.bpfRequests?.getStore();
  if (noted && isDatabaseDown(error)) noted.databaseDown = true;
}
