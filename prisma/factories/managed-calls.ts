import type { Editor } from '@/lib/accounts/policy';
import { showCall } from '@/lib/calls/call-actions';
import { callEdit, newCall, newDeadline } from '@/lib/calls/call-input-schema';
import { createCall } from '@/lib/calls/create-call';
import { readManagedCall } from '@/lib/calls/desk-calls';
import { editCall } from '@/lib/calls/edit-call';
import { makePreviewLink, recordWalk } from '@/lib/calls/preview';
import type { Result } from '@/lib/platform/errors';
import { orThrow } from '@/lib/platform/errors';

/** The moment at which calls are managed here: what `makePublicCall` makes is open then. */
export const CALL_NOW = new Date('2026-08-15T12:00:00Z');

/** What the form of a call sends, each field as it is typed. */
export const typedCall = (slug: string, version: number, changed: Record<string, unknown> = {}) => ({
  slug,
  version: String(version),
  title: 'Call for contributions',
  summary: 'Tell the forum.',
  introduction: 'First paragraph.\n\n- a list\n- of two',
  instructions: 'Write until {deadline}.',
  afterwards: 'The editors read it.',
  deadlineNote: '',
  address: 'forum@example.org',
  annexNote: '',
  readingNote: '',
  readingLink: '',
  reading: [{ title: 'A paper', author: 'The secretariat', description: '', link: 'example.org/paper' }],
  opensOn: '2026-08-01',
  opensTime: '',
  closesOn: '2026-10-17',
  closesTime: '',
  timeZone: 'Africa/Nairobi',
  afterClosing: 'strict',
  files: 'not',
  publication: 'review',
  editorsOnly: 'offered',
  maxWords: '300',
  prefix: 'dc',
  annex: { manrs: '2', gcsc: '1', 'paris-call': '' },
  ...changed,
});

type Editing = { editor: Editor; slug: string; version: number; changed?: Record<string, unknown> };

/** Edits a call as its form does; `changed` are the fields that are typed otherwise. */
export async function editTyped({ editor, slug, version, changed }: Editing): Promise<Result<{ version: number }>> {
  return editCall({ editor, ...callEdit.parse(typedCall(slug, version, changed)), now: CALL_NOW });
}

let made = 0;

/** A call that is not public, empty or a copy of the call `from`. Returns its slug. */
export async function makeManagedCall(editor: Editor, fields: Record<string, string> = {}): Promise<string> {
  made += 1;
  const typed = { slug: `y${made}`, title: 'A call', closesOn: '2026-10-17', timeZone: 'UTC', ...fields };
  return orThrow(await createCall({ editor, call: newCall.parse(typed) })).slug;
}

/** A public call with the questionnaire of 2020, open at `CALL_NOW`. Returns its slug. */
export async function makePublicCall(editor: Editor): Promise<string> {
  const slug = await makeManagedCall(editor, { from: '2020' });
  orThrow(await editTyped({ editor, slug, version: 1 }));
  const { token } = orThrow(await makePreviewLink({ editor, slug }));
  orThrow(await recordWalk({ token, version: 1 }));
  orThrow(await showCall({ editor, slug, now: CALL_NOW }));
  return slug;
}

/** A new deadline as the actions take it. */
export const deadlineOn = (slug: string, closesOn: string, closesTime = '') =>
  newDeadline.parse({ slug, closesOn, closesTime });

export const noticesOf = async (slug: string) => (await readManagedCall(slug))?.notices.map(({ kind }) => kind);

/** The faults of a refused input, each with its field. */
export const faultsIn = (result: Result) =>
  result.ok ? [] : (result.issues ?? []).map(({ path, code }) => `${path}: ${code}`);
