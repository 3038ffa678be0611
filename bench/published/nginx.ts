import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '@/bin/ports.mjs';
import { startProgram } from '@/bin/processes.mjs';
import { answersHttp } from '@/bin/web.mjs';
import type { Server } from '@/bench/servers';

const HOST = '127.0.0.1';

/** The nginx of this machine; undefined where there is none. */
export function installedNginx(): string | undefined {
  return ['nginx', '/usr/sbin/nginx'].find((command) => spawnSync(command, ['-v']).status === 0);
}

export type Stored = { address: string; type: string; body: Buffer };

/** nginx with the repository's configuration before the app: what an installation has. */
export function startCache(nginx: string, app: string, directory: string): Promise<Server> {
  const configuration = fs.readFileSync('deploy/nginx.conf', 'utf8');
  return start(nginx, path.join(directory, 'cache'), (port, home) =>
    ([
      ['server 127.0.0.1:3000;', `server ${new URL(app).host};`],
      ['/var/cache/nginx/bpf', path.join(home, 'kept')],
      ['listen 80;', `listen ${HOST}:${port};`],
    ] as const).reduce((text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`deploy/nginx.conf is expected to say “${from}” once.`);
      return text.replace(from, to);
    }, configuration),
  );
}

/** nginx with the same bytes as files: the most it can do. */
export function startFiles(nginx: string, files: Stored[], directory: string): Promise<Server> {
  return start(nginx, path.join(directory, 'files'), (port, home) => {
    const places = files.map(({ address, type, body }, at) => {
      const place = path.join(home, `${at}.body`);
      fs.writeFileSync(place, body);
      return `location = ${address} { types {} default_type "${type}"; alias ${place}; }`;
    });
    return `open_file_cache max=100;\nserver { listen ${HOST}:${port}; access_log off; sendfile on;\n${places.join('\n')}\n}`;
  });
}

async function start(nginx: string, home: string, site: (port: number, home: string) => string): Promise<Server> {
  const port: number = await freePort(4750, HOST);
  fs.mkdirSync(home, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${home}/${kind};`).join('\n');
  // One process, as the app is one: what is compared is what a processor gets done.
  const main = `daemon off; master_process off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 512; }
http {
${temporary}
keepalive_requests 100000000;
${site(port, home)}
}`;
  fs.writeFileSync(path.join(home, 'nginx.conf'), main);
  const child = startProgram(nginx, ['-p', home, '-c', path.join(home, 'nginx.conf')], { output: 'inherit' });
  if (!(await answersHttp(child, { port, host: HOST }))) throw new Error(`nginx did not start: see ${home}/error.log`);
  return { origin: `http://${HOST}:${port}`, pid: child.pid ?? 0 };
}
