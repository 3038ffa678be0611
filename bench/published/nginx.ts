import fs from 'node:fs';
import path from 'node:path';
import { repositorySite, startNginx } from '@/bin/nginx.mjs';
import type { Server } from '@/bench/servers';

export type Stored = { address: string; type: string; body: Buffer };
type Place = { host: string; port: number; home: string };

/** nginx with the repository's configuration in front of the app, as in an installation. */
export function startCache(nginx: string, app: string, directory: string): Promise<Server> {
  return start(nginx, path.join(directory, 'cache'), repositorySite(Number(new URL(app).port)));
}

/** nginx with the same bytes as files: the upper limit of nginx. */
export function startFiles(nginx: string, files: Stored[], directory: string): Promise<Server> {
  return start(nginx, path.join(directory, 'files'), ({ host, port, home }) => {
    const places = files.map(({ address, type, body }, at) => {
      const place = path.join(home, `${at}.body`);
      fs.writeFileSync(place, body);
      return `location = ${address} { types {} default_type "${type}"; alias ${place}; }`;
    });
    return `open_file_cache max=100;\nserver { listen ${host}:${port}; access_log off; sendfile on;\n${places.join('\n')}\n}`;
  });
}

async function start(program: string, home: string, site: (place: Place) => string): Promise<Server> {
  const { child, origin } = await startNginx({ program, home, site });
  return { origin, pid: child.pid ?? 0 };
}
