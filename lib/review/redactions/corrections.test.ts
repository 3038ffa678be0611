import { beforeAll, describe, expect, it } from 'vitest';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import { liftRedaction, redactPassage } from './redact';
import type { RedactionInput } from './schema';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const ROUNDS = rounds(6, 60);
const AGREEMENT = 'foc-recommendations';
const MARK = '▇▇▇▇▇ ‹passage removed by the forum’s editors: personal data›';
const SAID = 'Before it the zqsecret of answer and zqplain after it.';

const redaction = (place: string, rest: Partial<RedactionInput> = {}): RedactionInput => ({
  ...{ place, passage: 'zqsecret', reason: 'personal_data', note: 'It names a person.' },
  ...rest,
});
const redact = (reference: string, input: RedactionInput) => redactPassage({ editor, reference, input });

describe('a correction', () => {
  it('is sent at the same moment as a redaction: readers do not read the passage whichever is first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { reference, id } = await submit({ answers: { gaps: `Round ${round}: zqsecret.` }, consent: true });
      await beginCorrection(reference);
      const [sent, redacted] = await Promise.all([
        sendCorrection(id, { answers: { gaps: `Round ${round}, again: zqsecret.` } }),
        redact(reference, redaction('answer/gaps/text')),
      ]);
      expect([sent, redacted]).toMatchObject([{ ok: true }, { ok: true }]);
      await publishContribution({ editor, reference });
      expect((await readContribution(reference, 'en'))?.answers[0]?.text).toBe(`Round ${round}, again: ${MARK}.`);
    }
  });

  it('takes a redaction along to wherever it says the same, and leaves one behind that it does not', async () => {
    const { reference, id } = await submit({
      answers: { gaps: SAID },
      projects: [{ title: 'The zqsecret of project', description: 'Described.', agreements: [AGREEMENT] }],
      consent: true,
    });
    await redact(reference, redaction('answer/gaps/text', { passage: 'zqsecret of answer' }));
    await redact(reference, redaction('project/0/title', { passage: 'zqsecret of project' }));
    await beginCorrection(reference);
    const corrected = await sendCorrection(id, {
      answers: { gaps: `New: ${SAID}`, comments: `As above: ${SAID}` },
      projects: [],
    });
    expect(corrected).toMatchObject({ ok: true });
    await publishContribution({ editor, reference });
    const page = await readContribution(reference, 'en');
    expect(page?.answers.map(({ text }) => text)).toEqual([
      `New: Before it the ${MARK} and zqplain after it.`,
      `As above: Before it the ${MARK} and zqplain after it.`,
    ]);
    const listed = await listRedactions(id);
    expect(listed.map(({ place, revision, gone }) => ({ place, revision, gone }))).toEqual([
      { place: 'project/0/title', revision: 1, gone: true },
      { place: 'answer/comments/text', revision: 2, gone: false },
      { place: 'answer/gaps/text', revision: 2, gone: false },
    ]);
  });

  it('takes a passage out again that the correction before it did not have, and not where an editor lifted it', async () => {
    const { reference, id } = await submit({ answers: { gaps: SAID, comments: 'Nothing.' }, consent: true });
    await redact(reference, redaction('answer/gaps/text'));
    const correct = async (answers: Record<string, string>) => {
      await beginCorrection(reference);
      expect(await sendCorrection(id, { answers })).toMatchObject({ ok: true });
    };
    await correct({ gaps: 'Nothing.', comments: 'Nothing.' });
    expect((await listRedactions(id)).map(({ gone }) => gone)).toEqual([true]);
    await correct({ gaps: SAID, comments: 'Nothing.' });
    const [listed, ...others] = await listRedactions(id);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ revision: 3, gone: false });

    const { redacted } = await db.answer.findFirstOrThrow({
      where: { questionKey: 'gaps', revision: { contributionId: id, number: 3 } },
      select: { redacted: true },
    });
    expect(redacted).toEqual({ text: SAID.replace('zqsecret', MARK) });

    await liftRedaction({ editor, reference, id: listed?.id ?? '', reason: 'A mistake.' });
    await correct({ gaps: SAID, comments: SAID });
    await publishContribution({ editor, reference });
    const page = await readContribution(reference, 'en');
    expect(page?.answers.map(({ text }) => text)).toEqual([SAID, SAID.replace('zqsecret', MARK)]);
  });

  it('takes a short passage out of a cell that is proposed again two revisions later', async () => {
    const proposed = (note: string) => proposing(AGREEMENT, [{ cell: 'maintainer', value: 'A ministry', note }]);
    const { reference, id, changes } = await submit(proposed('By zqjane.'));
    await redact(reference, redaction(`cell/${changes.maintainer}/note`, { passage: 'zqjane' }));
    for (const note of ['By another.', 'By zqjane again.']) {
      await beginCorrection(reference);
      expect(await sendCorrection(id, { proposals: proposed(note).proposals })).toMatchObject({ ok: true });
    }
    await publishContribution({ editor, reference });
    const page = JSON.stringify(await readContribution(reference, 'en'));
    expect(page).toContain(`By ${MARK} again.`);
    expect(page).not.toContain('zqjane');
  });
});
