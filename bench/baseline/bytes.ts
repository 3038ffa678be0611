// The limit of what one Node process can publish: node:http, a map from address to bytes that are in memory already.
import fs from 'node:fs';
import { createServer } from 'node:http';

type File = { address: string; type: string; place: string };
// written by bench/published/report.ts
const files = JSON.parse(fs.readFileSync(process.argv[2] ?? '', 'utf8')) as File[];
const stored = new Map(files.map(({ address, type, place }) => [address, { type, body: fs.readFileSync(place) }]));

createServer((request, response) => {
  const found = stored.get(request.url ?? '/');
  response.writeHead(found ? 200 : 404, {
    'Content-Type': found?.type ?? 'text/plain',
    'Content-Length': found?.body.byteLength ?? 0,
  });
  response.end(found?.body);
}).listen(Number(process.env.PORT), '127.0.0.1');
