/** Called once by each server process before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.RUN_WORKER !== '1') return;
  const { startWorker } = await import('@/lib/jobs/worker');
  const worker = startWorker();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop());
}
