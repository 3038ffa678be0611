import { beforeEach, describe, expect, it } from 'vitest';
import type { Editor } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';
import { makeCall } from '@/prisma/factories/calls';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import { countOpenPoints } from './check-list';
import { importQuestionnaire, openQuestionnaireDraft, saveQuestionnaireDraft } from './drafts';
import { COMMANDS, edit, setAt } from './editing';
import { meaningOf } from './meanings';
import { draftFileOf } from './portable';
import { listQuestionnaireVersions, publishQuestionnaire, readQuestionnaireVersion } from './publishing';

useTestDatabase();

let slug = '';
let callId = '';
let editor: Editor;
beforeEach(async () => {
  ({ slug } = await makeCall('open'));
  ({ id: callId } = await db.call.findUniqueOrThrow({ where: { slug }, select: { id: true } }));
  editor = await makeEditor();
});

async function opened() {
  const draft = await openQuestionnaireDraft(slug);
  if (!draft) throw new Error('The call is gone');
  return draft;
}

/** Saves one change of the draft as it stands. */
async function saved(path: string, value: unknown) {
  const { typed, version } = await opened();
  return saveQuestionnaireDraft({ editor, slug, typed: setAt(typed, path, value), version });
}

const publication = (version: number, meanings: Record<string, 'same' | 'other'> = {}) => ({
  slug,
  version,
  reason: 'A better wording',
  meanings,
});
const CHANGED = (version: number) => ({
  ok: false,
  reason: 'draft_changed',
  issues: [{ path: 'version', code: 'draft_changed', params: { version } }],
});

describe('a draft', () => {
  it('begins with the last published version and is stored as it is typed', async () => {
    const { typed, version, newest } = await opened();
    expect([version, newest?.version, typed.questions.map(({ id }) => id)]).toEqual([
      0,
      1,
      ['signatory', 'projects', 'agreements', 'gaps', 'comments'],
    ]);
    expect(await saved('questions.3.title', '')).toMatchObject({ ok: true, version: 1 });
    expect((await opened()).typed.questions[3]?.title).toBe('');
  });

  it('refuses the second of two admins, and says what is stored now', async () => {
    const { typed } = await opened();
    const save = () => saveQuestionnaireDraft({ editor, slug, typed, version: 0 });
    expect(await save()).toMatchObject({ ok: true });
    expect(await save()).toEqual(CHANGED(1));
  });

  it('is not found for the desk’s own call or a name that is none', async () => {
    expect(await openQuestionnaireDraft('desk')).toBeNull();
    expect(await openQuestionnaireDraft('a\0b')).toBeNull();
    expect(
      await saveQuestionnaireDraft({ editor, slug: 'nothing', typed: (await opened()).typed, version: 0 }),
    ).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('writes one event an hour to the audit log, whatever is typed', async () => {
    await saved('questions.3.title', 'Which issues?');
    await saved('questions.3.title', 'Which other issues?');
    expect(await db.auditEvent.count({ where: { action: 'questionnaire.edited', subjectId: slug } })).toBe(1);
  });

  it('takes the content of a file, and keeps the questions that it replaces', async () => {
    const content = {
      questions: [{ key: 'why', kind: 'text', title: 'Why?', shortTitle: 'Why' }],
      about: { title: 'About you', help: '' },
    };
    const text = JSON.stringify({ format: 'bpf-questionnaire', version: 1, content });
    expect(await importQuestionnaire({ editor, slug, text, version: 0 })).toMatchObject({ ok: true, questions: 1 });
    const { typed } = await opened();
    expect([typed.questions.length, typed.removed.length]).toEqual([1, 5]);
  });
});

describe('the file of an incomplete draft', () => {
  it('is marked as a draft, and brings all that was typed into another call, whose questions can be brought back', async () => {
    await saved('questions.3.title', '');
    const { typed } = await opened();
    const text = JSON.stringify(draftFileOf(typed));
    expect(JSON.parse(text)).toMatchObject({ format: 'bpf-questionnaire-draft', version: 1 });
    const other = await makeCall('open');
    const draft = await openQuestionnaireDraft(other.slug);
    expect(await importQuestionnaire({ editor, slug: other.slug, text, version: 0 })).toMatchObject({ ok: true });
    const imported = await openQuestionnaireDraft(other.slug);
    expect(imported?.typed.questions).toEqual(typed.questions);
    // Only the question that differs is replaced.
    expect(imported?.typed.removed.map(({ title }) => title)).toEqual([draft?.typed.questions[3]?.title]);
    expect(imported && countOpenPoints(imported)).toBe(1);
    expect(draft && countOpenPoints(draft)).toBeNull();
  });
});

describe('a publication', () => {
  it('makes the next version with its reason, which never changes', async () => {
    await saved('questions.3.title', 'Which issues does no agreement address?');
    expect(await publishQuestionnaire({ editor, publication: publication(1, { gaps: 'same' }) })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await listQuestionnaireVersions(callId)).toMatchObject([
      { version: 2, reason: 'A better wording', contributions: 0 },
      { version: 1, reason: null },
    ]);
    const read = await readQuestionnaireVersion(callId, 2);
    expect(read?.content.questions[3]?.title).toBe('Which issues does no agreement address?');
    expect(read?.before?.version).toBe(1);
    await expect(
      db.questionnaire.updateMany({ where: { callId, version: 2 }, data: { reason: 'Another' } }),
    ).rejects.toThrow(/can no longer change/);
    expect((await opened()).version).toBe(2);
  });

  it('refuses a draft without a change, with an open point, or that was saved since', async () => {
    expect(await publishQuestionnaire({ editor, publication: publication(0) })).toEqual({
      ok: false,
      reason: 'same_questionnaire',
    });
    await saved('questions.3.title', '');
    expect(await publishQuestionnaire({ editor, publication: publication(1, { gaps: 'same' }) })).toEqual({
      ok: false,
      reason: 'questionnaire_incomplete',
    });
    expect(await publishQuestionnaire({ editor, publication: publication(0) })).toMatchObject({
      reason: 'draft_changed',
    });
    expect(await listQuestionnaireVersions(callId)).toHaveLength(1);
  });

  it('asks for each reworded question whether it means the same, and numbers another meaning', async () => {
    await saved('questions.3.title', 'Which issues matter most?');
    expect(await publishQuestionnaire({ editor, publication: publication(1) })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'meanings.gaps', code: 'meaning_needed' }],
    });
    await publishQuestionnaire({ editor, publication: publication(1, { gaps: 'other' }) });
    expect(await meaningOf(callId, 1, 'gaps')).toBe(1);
    expect(await meaningOf(callId, 2, 'gaps')).toBe(2);
    expect(await meaningOf(callId, 2, 'comments')).toBe(1);
    await saved('questions.3.title', 'Which issues matter most now?');
    await publishQuestionnaire({ editor, publication: publication(3, { gaps: 'same' }) });
    expect(await meaningOf(callId, 3, 'gaps')).toBe(2);
  });

  it('keeps the key of a published question, and lets a new one have a key of its own', async () => {
    const { typed, version } = await opened();
    const renamed = setAt(typed, 'questions.3.key', 'renamed');
    const { typed: more } = edit(renamed, COMMANDS.duplicate('gaps'), { kind: 'text', section: '' });
    await saveQuestionnaireDraft({ editor, slug, typed: more, version });
    await publishQuestionnaire({ editor, publication: publication(1) });
    const read = await readQuestionnaireVersion(callId, 2);
    expect(read?.content.questions.map(({ key }) => key)).toEqual([
      'signatory',
      'projects',
      'agreements',
      'gaps',
      'issues-not-yet-addressed',
      'comments',
    ]);
  });

  it('and a save at the same moment: one is refused, and nothing is half stored', async () => {
    for (let round = 0; round < rounds(4, 60); round += 1) {
      await saved('questions.3.example', `Example ${round}`);
      const { typed, version, newest } = await opened();
      const [published, stored] = await Promise.all([
        publishQuestionnaire({ editor, publication: publication(version) }),
        saveQuestionnaireDraft({ editor, slug, typed: setAt(typed, 'questions.3.help', 'More help'), version }),
      ]);
      expect([published.ok, stored.ok].filter(Boolean)).toHaveLength(1);
      const after = await opened();
      expect(after.version).toBe(version + 1);
      expect(after.newest?.version).toBe((newest?.version ?? 0) + (published.ok ? 1 : 0));
      const loser = published.ok ? stored : published;
      expect(loser).toMatchObject({ ok: false, reason: 'draft_changed' });
      if (stored.ok) await saved('questions.3.help', '');
    }
  });
});
