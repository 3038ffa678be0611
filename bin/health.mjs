// node bin/health.mjs [worker] [ADDRESS]: for health checks of containers. Ends with 0 while the web server at this address
// (the one here, unless said otherwise) answers that it works; with `worker`, while it sees a worker on the jobs.
const [what, given] = process.argv[2] === 'worker' ? ['worker', process.argv[3]] : ['web', process.argv[2]];
const address = given ?? `http://127.0.0.1:${process.env.PORT || 3000}`;

try {
  const answer = await fetch(new URL('/api/health', address), { signal: AbortSignal.timeout(4_000) });
  const { status, worker } = await answer.json();
  const isWell = answer.ok && (what === 'web' || worker === 'up');
  console.log(isWell ? 'up' : `${address} says: ${status}, worker ${worker ?? 'unknown'}`);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.log(`${address} does not answer: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
