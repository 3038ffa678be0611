// Checks whether a port is free, and finds a free one.
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, codeOf } from './command-error.mjs';

/**
 * Tries to listen on an address.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} undefined when it can, else the system's code, like EADDRINUSE
 */
function obstacleOn(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(codeOf(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * The first free port from `port` on.
 * @param {number} port
 */
export async function freePort(port, host = '127.0.0.1') {
  for (let candidate = port; candidate <= 65535; candidate += 1) {
    if ((await obstacleOn(candidate, host)) === undefined) return candidate;
  }
  throw new CommandError(`No port from ${port} on is free on ${host}.`);
}

/** A free port that the system chooses: two callers at the same moment get two ports. */
export async function anyFreePort(host = '127.0.0.1') {
  const server = net.createServer();
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen({ port: 0, host }, () => resolve(undefined)),
  );
  const address = server.address();
  await new Promise((resolve) => server.close(() => resolve(undefined)));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Waits a moment for the web server of a killed start, which ends by itself, and then says which program uses the port.
 * @param {number} port
 * @param {string} host
 */
export async function demandPort(port, host, patience = 6000) {
  const asked = performance.now();
  for (;;) {
    const obstacle = await obstacleOn(port, host);
    if (obstacle === undefined) return;
    if (obstacle === 'EACCES')
      throw new CommandError(`Port ${port} needs more rights than this user has: set PORT to one above 1023.`);
    if (obstacle !== 'EADDRINUSE')
      throw new CommandError(`This machine can't listen on ${host} (${obstacle}): correct HOST.`);
    if (performance.now() - asked > patience) {
      throw new CommandError(
        `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
      );
    }
    await sleep(200);
  }
}
