import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTIONS, can, ROLES } from '@/lib/accounts/policy';
import type { Role } from '@/lib/accounts/policy';

/** A way into the desk: a page, a route that answers a request, or a server action that a form calls. */
export type Door = {
  kind: 'page' | 'route' | 'action' | 'api';
  /** The route with its parameters in brackets; of an action its file in app/desk and its name. */
  name: string;
  method: 'GET' | 'POST';
  /** What the role must allow: an action of lib/accounts/policy. */
  may: string;
};

/** The roles of the desk, from the one that may do least. */
export const DESK_ROLES = ROLES;

/** Whether the table of permissions lets a role through a door. */
export const opensFor = (role: Role, { may }: Door): boolean =>
  ACTIONS.some((action) => action === may && can({ role }, action));

/** Guards that are not in the file of the door itself. */
const INDIRECT: [pattern: RegExp, may: string][] = [
  [/requireDraft\(/, 'call.manage'],
  [/sendDraft\(/, 'call.manage'],
  [/tableUpload\(/, 'agreement.propose'],
  [/receiveFiles\b/, 'contribution.enter'],
];

/** What the source of a page or route asks of the role. Throws where it asks for nothing. */
function askedIn(file: string): string {
  const source = readFileSync(file, 'utf8');
  const asked =
    /requireActor\((?:[^()]|\([^()]*\))*?'([a-z]+\.[a-z_]+)',?\s*\)/.exec(source)?.[1] ??
    /if \(!can\(\w+, '([a-z]+\.[a-z_]+)'\)\)/.exec(source)?.[1] ??
    /apiActor\(request, '([a-z]+\.[a-z_]+)'/.exec(source)?.[1] ??
    INDIRECT.find(([pattern]) => pattern.test(source))?.[1];
  if (asked === undefined) throw new Error(`${file} asks for no right of lib/accounts/policy`);
  return asked;
}

const files = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
    .sort();
const routeOf = (file: string) => `/${path.dirname(file).split('/').slice(1).join('/')}`;

const methodsIn = (file: string) =>
  (['GET', 'POST'] as const).filter((method) =>
    new RegExp(`export (?:const|async function|function) ${method}\\b|export \\{[^}]*\\b${method}\\b[^}]*\\}`).test(
      readFileSync(file, 'utf8').replaceAll(/export const \{[^}]*\} = refusing/g, ''),
    ),
  );

/** Each exported server action of a file with what it asks for: `may: 'x'`, or the constant `may` of the file. */
function actionsIn(file: string): Door[] {
  const source = readFileSync(file, 'utf8');
  const ofFile = /^const may = '([a-z._]+)'/m.exec(source)?.[1];
  const own = [...source.matchAll(/(?:export )?const (\w+) = deskAction(?:<[^;=]*?>)?\(\{\s*may(?:: '([a-z._]+)')?,/g)];
  const asked = new Map(own.map(([, name = '', may]) => [name, may ?? ofFile ?? '']));
  const exported = [...source.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name = '']) => name);
  return exported.flatMap((name): Door[] => {
    // A function around an action of the file asks what that asks.
    const body = source.slice(source.indexOf(`function ${name}(`));
    const may = asked.get(name) ?? [...asked].find(([inner]) => body.includes(`${inner}(`))?.[1];
    return may === undefined || may === ''
      ? []
      : [{ kind: 'action', name: `${path.relative('app/desk', file)} ${name}`, method: 'POST', may }];
  });
}

/** Every door of the desk, as the sources have it. */
export function listDoors(): Door[] {
  const pages = files('app/desk', 'page.tsx').map((file): Door => ({
    ...{ kind: 'page', name: routeOf(file), method: 'GET' },
    may: askedIn(file),
  }));
  const routes = (kind: 'route' | 'api', folder: string) =>
    files(folder, 'route.ts').flatMap((file) =>
      methodsIn(file).map((method): Door => ({ kind, name: routeOf(file), method, may: askedIn(file) })),
    );
  const actions = files('app/desk', 'actions.ts').flatMap(actionsIn);
  return [...pages, ...routes('route', 'app/desk'), ...routes('api', 'app/api/v1/desk'), ...actions];
}

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> };

/** The ids under which the build answers server actions, by file and name as doors have them; with a page that has it. */
export function actionIds(): Map<string, { id: string; page: string }> {
  // written by the build under test
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, Reference>;
  };
  return new Map(
    Object.entries(node)
      .filter(([, { filename }]) => filename.startsWith('app/desk/'))
      .map(([id, { filename, exportedName, workers }]) => [
        `${path.relative('app/desk', filename)} ${exportedName}`,
        { id, page: Object.keys(workers)[0] ?? '' },
      ]),
  );
}
