import prettier from 'prettier';
import { expect, it } from 'vitest';
import { ACTIONS, can, ROLES } from '@/lib/accounts/policy';
import { listDoors, opensFor } from '@/prisma/factories/desk-doors';
import type { Door } from '@/prisma/factories/desk-doors';
import { ROLE_WORDS } from './words/roles';

const doors = listDoors();

it('asks each door of the desk for a right of the table, and has a door for each right', () => {
  const asked = [...new Set(doors.map(({ may }) => may))].sort();
  expect(asked).toEqual([...ACTIONS].sort());
});

it('lets each role do what the role before it may do', () => {
  const [observer, editor, admin] = ROLES.map((role) => ACTIONS.filter((action) => can({ role }, action)));
  expect(editor).toEqual(expect.arrayContaining(observer ?? []));
  expect(admin).toEqual([...ACTIONS]);
});

/** Update it with `npm test -- unit app/desk/doors.test.ts -u`. */
it('is what docs/ROLES.md shows', async () => {
  const options = await prettier.resolveConfig('docs/ROLES.md');
  const text = await prettier.format(rolesDocument(), { ...options, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot('../../docs/ROLES.md');
});

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const KINDS: Record<Door['kind'], string> = {
  page: 'Pages',
  route: 'Files, uploads and other requests',
  action: 'Forms',
  api: 'API of the desk, with a personal token',
};

function rolesDocument(): string {
  const roles = ROLES.map((role) => ROLE_WORDS[role]);
  const table = ACTIONS.map((action) =>
    row([`\`${action}\``, ...ROLES.map((role) => (can({ role }, action) ? 'yes' : '–'))]),
  );
  const kinds = (Object.keys(KINDS) as Door['kind'][]).flatMap((kind) => [
    `### ${KINDS[kind]}\n`,
    row(['Door', 'Right', 'Roles']),
    row(['---', '---', '---']),
    ...doors
      .filter((door) => door.kind === kind)
      .map((door) => {
        const { method, name, may } = door;
        const open = ROLES.filter((role) => opensFor(role, door));
        const what = kind === 'page' || kind === 'action' ? name : `${method} ${name}`;
        return row([`\`${what}\``, `\`${may}\``, open.map((role) => ROLE_WORDS[role]).join(', ')]);
      }),
    '',
  ]);
  return [
    ...INTRODUCTION,
    row(['Right', ...roles]),
    row(['---', ...roles.map(() => '---')]),
    ...table,
    ...DOORS,
    ...kinds,
  ].join('\n');
}

const INTRODUCTION = [
  '# Who may do what at the desk\n',
  'Written by `app/desk/doors.test.ts` from `lib/accounts/policy.ts` and the guards of the desk; do not edit it. The test',
  'fails when they differ, and `e2e/every-page/doors.spec.ts` tries every door as a visitor and in each role.\n',
  'An **observer** reads everything at the desk but contact details, and writes internal notes. Names, e-mail addresses,',
  'affiliations that are not public, files, originals and mails are neither shown to an observer nor sent to the browser;',
  'e-mail addresses and telephone numbers in texts are replaced by a mark, and the search does not look at authors. What an',
  'observer sees of an author is what the author shows in public. An **editor** also decides, publishes and writes mails.',
  'An **admin** also manages calls, people, rules and settings. No editor decides on what comes from their own organisation',
  '(docs/decisions/0019).\n',
  '## Rights\n',
];
const DOORS = ['\n## Doors\n', 'A visitor who is not signed in gets through none of them.\n'];
