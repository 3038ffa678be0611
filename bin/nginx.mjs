// nginx with the repository's own configuration, for tests and measurements.
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { startProgram } from './processes.mjs';
import { CommandError } from './command-error.mjs';
import { answersHttp } from './web.mjs';

const host = '127.0.0.1';

/**
 * Starts nginx with one site, in the foreground, on a free port.
 * @param {{ program: string, home: string, port?: number, site: (place: { host: string, port: number, home: string }) => string }} options
 *   home: an empty folder for everything it writes; port: where to look for a free one
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, port: number, origin: string }>}
 */
export async function startNginx({ program, home, port: preferred = 4750, site }) {
  const port = await freePort(preferred, host);
  fs.mkdirSync(home, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${home}/${kind};`)
    .join('\n');
  const configuration = path.join(home, 'nginx.conf');
  // One process, like the app: it stays in the group that ends with the command, and bench compares the work of one
  // processor.
  fs.writeFileSync(
    configuration,
    `daemon off; master_process off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 512; }
http {
${temporary}
keepalive_requests 100000000;
${site({ host, port, home })}
}`,
  );
  const child = startProgram(program, ['-p', home, '-c', configuration], { output: 'pipe' });
  if (await answersHttp(child, { port, host, patience: 20_000 }))
    return { child, port, origin: `http://${host}:${port}` };
  throw new CommandError(`nginx did not start:\n${fs.readFileSync(path.join(home, 'error.log'), 'utf8').trim()}`);
}

/**
 * deploy/nginx.conf with only the settings changed that an operator changes too: the listening address, the address of
 * the app, and the folder of its copies.
 * @param {number} appPort
 */
export const repositorySite =
  (appPort) =>
  (/** @type {{ host: string, port: number, home: string }} */ { host: own, port, home }) =>
    [
      ['server 127.0.0.1:3000;', `server 127.0.0.1:${appPort};`],
      ['/var/cache/nginx/bpf', path.join(home, 'kept')],
      ['listen 80;', `listen ${own}:${port};`],
    ].reduce(
      (text, [from = '', to = '']) => {
        if (text.split(from).length !== 2) throw new Error(`deploy/nginx.conf is expected to say “${from}” once.`);
        return text.replace(from, to);
      },
      fs.readFileSync('deploy/nginx.conf', 'utf8'),
    );
