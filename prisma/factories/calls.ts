import { randomBytes } from 'node:crypto';
import { db } from '@/lib/platform/db/client';
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
  { timeZone = 'Africa/Nairobi' }: { timeZone?: string } = {},
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
