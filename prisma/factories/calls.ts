import { randomBytes } from 'node:crypto';
import { db } from '@/lib/platform/db/client';
import type { Questionnaire } from '@/lib/calls/schema';
import type { CallState } from '@/lib/calls/state';

const HOUR = 3_600_000;
/** Opening and closing in hours from now. */
const TIMES: Record<CallState, [number, number]> = {
  upcoming: [24, 48],
  open: [-24, 24],
  late: [-48, -24],
  closed: [-48, -24],
};

/**
 * A published call in that state, with the questions, texts and annex of 2020, its deadline said in `timeZone`. Returns
 * its slug.
 */
export async function makeCall(
  state: CallState,
  { timeZone = 'Africa/Nairobi', ...settings }: { timeZone?: string; offersEditorsOnly?: boolean } = {},
): Promise<{ slug: string }> {
  const like = await db.call.findUniqueOrThrow({
    where: { slug: '2020' },
    select: { texts: true, questionnaires: { select: { version: true, content: true } } },
  });
  const [opens, closes] = TIMES[state];
  const at = (hours: number) => new Date(Date.now() + hours * HOUR);
  return db.call.create({
    data: {
      slug: `t-${randomBytes(5).toString('hex')}`,
      opensAt: at(opens),
      closesAt: at(closes),
      timeZone,
      ...settings,
      acceptsLate: state === 'late',
      published: true,
      texts: like.texts ?? {},
      questionnaires: {
        create: like.questionnaires.map(({ version, content }) => ({
          version,
          content: content ?? {},
          publishedAt: at(opens),
        })),
      },
    },
    select: { slug: true },
  });
}

/** Closes a call for good, as its deadline would. */
export async function closeCall(slug: string): Promise<void> {
  await db.call.update({ where: { slug }, data: { closesAt: new Date(Date.now() - 60_000), acceptsLate: false } });
}

/** The questions of a call for tests, with what most of them have in common. */
type Asking = Pick<Questionnaire, 'questions'> & Partial<Questionnaire>;
const ABOUT = { title: 'About you', help: '' };

/** A published, open call with these questions, the texts of 2020 and a deadline tomorrow. Returns its slug. */
export async function makeCallAsking(asking: Asking): Promise<{ slug: string }> {
  const { slug } = await makeCall('open');
  // The first version was that of 2020: published ones never change.
  await publishVersion(slug, asking);
  return { slug };
}

/** Publishes the next version of a call's questions. Returns its id. */
export async function publishVersion(slug: string, asking: Asking): Promise<string> {
  const { id: callId, questionnaires } = await db.call.findUniqueOrThrow({
    where: { slug },
    select: { id: true, questionnaires: { orderBy: { version: 'desc' }, take: 1, select: { version: true } } },
  });
  const { id } = await db.questionnaire.create({
    data: {
      callId,
      version: (questionnaires[0]?.version ?? 0) + 1,
      publishedAt: new Date(),
      content: { en: { about: ABOUT, ...asking } },
    },
    select: { id: true },
  });
  return id;
}
