import { expect } from '@playwright/test';
import { makeEditor, makeSession, setRole } from '@/prisma/factories/people';
import type { DeskRole } from '@/prisma/factories/people';
import { makeToken } from '@/prisma/factories/tokens';
import { actionIds, DESK_ROLES, listDoors, opensFor } from '@/prisma/factories/desk-doors';
import type { Door } from '@/prisma/factories/desk-doors';
import type { WholeSite } from '@/prisma/factories/whole-site';
import { PAGES } from './pages';
import { test } from './visitors';

type Visitor = DeskRole | 'visitor';
type Answer = 'lets in' | 'refuses' | 'asks to sign in';
const VISITORS: readonly Visitor[] = ['visitor', ...DESK_ROLES];

test.setTimeout(600_000);

test('every door of the desk answers each role as the table of permissions says', async ({ site, forum }) => {
  const doors = listDoors();
  const ids = actionIds();
  expect([...ids.keys()].sort()).toEqual(
    [...doors.filter(({ kind }) => kind === 'action').map(({ name }) => name), 'actions.ts signOut'].sort(),
  );
  const found: Record<string, Answer> = {};
  const expected: Record<string, Answer> = {};
  for (const visitor of VISITORS) {
    for (const door of doors) {
      const name = `${visitor}: ${door.method} ${door.kind} ${door.name}`;
      expected[name] = expectedOf(door, visitor);
      found[name] = await answerOf(door, visitor, { site, origin: forum.origin, ids });
    }
  }
  await setRole(site.person, 'admin');
  expect(found).toEqual(expected);
});

function expectedOf(door: Door, visitor: Visitor): Answer {
  if (visitor === 'visitor') return 'asks to sign in';
  return opensFor(visitor, door) ? 'lets in' : 'refuses';
}

type Trying = { site: WholeSite; origin: string; ids: ReturnType<typeof actionIds> };

/** Each door is tried by a new person: signing out everywhere ends the session of the one who tries it. */
async function answerOf(door: Door, visitor: Visitor, { site, origin, ids }: Trying): Promise<Answer> {
  const headers: Record<string, string> = { Origin: origin };
  if (visitor !== 'visitor') Object.assign(headers, await credentialsOf(visitor, door, site));
  const ask = (address: string, init: RequestInit = {}) =>
    fetch(new URL(address, origin), {
      redirect: 'manual',
      method: door.method,
      ...init,
      headers: { ...headers, ...init.headers },
    });
  if (door.kind === 'page') return ofPage(await ask(addressOf(door.name, site)));
  if (door.kind !== 'action') return ofRoute(await ask(withParameters(door.name, site)));
  const action = ids.get(door.name);
  if (!action) throw new Error(`${door.name} is not in the build`);
  const body = new FormData();
  body.set('0', '["$undefined","$K1"]');
  body.set('1_nothing', '');
  const page = addressOf(action.page.replace(/^app|\/page$/g, ''), site);
  return ofAction(await ask(page, { body, headers: { 'Next-Action': action.id } }));
}

/** What a person uploads or enters is shown to that person: these pages are tried by the one who made their content. */
const OF_ONE_PERSON = ['/desk/bulk/[id]', '/desk/participants/tables/[id]', '/desk/contributions/new/[contribution]'];

/** An observer makes no token: this one was made by an editor who became an observer. */
async function credentialsOf(role: DeskRole, { kind, name }: Door, site: WholeSite): Promise<Record<string, string>> {
  if (OF_ONE_PERSON.includes(name)) {
    await setRole(site.person, role);
    return { Cookie: `next-auth.session-token=${await makeSession(site.person)}` };
  }
  const person = await makeEditor({ role: kind === 'api' ? 'editor' : role });
  if (kind !== 'api') return { Cookie: `next-auth.session-token=${await makeSession(person.userId)}` };
  const token = await makeToken(person);
  await makeEditor({ role, email: person.email });
  return { Authorization: `Bearer ${token}` };
}

async function ofPage(response: Response): Promise<Answer> {
  await response.arrayBuffer();
  if (response.headers.get('location')?.includes('/sign-in')) return 'asks to sign in';
  expect([200, 404], response.url).toContain(response.status);
  return response.status === 200 ? 'lets in' : 'refuses';
}

async function ofRoute(response: Response): Promise<Answer> {
  await response.arrayBuffer();
  const location = response.headers.get('location') ?? '';
  expect(response.status, response.url).toBeLessThan(500);
  if (response.status === 401 || location.includes('/sign-in')) return 'asks to sign in';
  return response.status === 403 || location.includes('problem=forbidden') ? 'refuses' : 'lets in';
}

/** How an empty form is refused. A form that needs nothing does its work and leads on. */
async function ofAction(response: Response): Promise<Answer> {
  const text = await response.text();
  expect([200, 303], `${response.url} ${text.slice(0, 300)}`).toContain(response.status);
  if (text.includes('"reason":"not_signed_in"')) return 'asks to sign in';
  if (text.includes('"reason":"forbidden"')) return 'refuses';
  expect(response.headers.has('x-action-redirect') || text.includes('"result":'), text.slice(0, 300)).toBe(true);
  return 'lets in';
}

/** An address of a page with content. */
function addressOf(route: string, site: WholeSite): string {
  const address = PAGES[route]?.addresses[0];
  if (address === undefined) throw new Error(`${route} is in no list of pages`);
  return typeof address === 'string' ? address : address(site);
}

/** A route with content of the site where it has some, and with ids that are unknown. */
const withParameters = (route: string, { sent }: WholeSite): string =>
  route
    .replace('[reference]', sent.reference)
    .replace('[call]', '2020')
    .replace('[id]', '00000000-0000-4000-8000-000000000000')
    .replace('[file]', '00000000-0000-4000-8000-000000000000');
