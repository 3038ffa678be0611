/** Called once by each server process before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { believeOnlyOwnProxies } = await import('@/lib/abuse/forwarded');
  const { env } = await import('@/lib/env');
  believeOnlyOwnProxies(env().TRUSTED_PROXIES);
  const { listenForAnnouncements } = await import('@/lib/announcements/listener');
  listenForAnnouncements();
  if (process.env.RUN_WORKER === '1') {
    const { startWorkerBesideServer } = await import('@/lib/jobs/worker');
    const { supplied } = await import('@/lib/review/tasks');
    startWorkerBesideServer(supplied);
  }
}
