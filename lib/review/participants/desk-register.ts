import { isMeant } from '@/lib/agreements/search/filter';
import { db } from '@/lib/platform/db/client';

export type DeskParticipantLine = Awaited<ReturnType<typeof listDeskParticipants>>[number];

/** The participants that these words mean, by name, with how many rows they have and how many nobody has verified. */
export async function listDeskParticipants(sought: string) {
  const rows = await db.participant.findMany({
    orderBy: [{ foldedName: 'asc' }, { slug: 'asc' }],
    select: {
      slug: true,
      name: true,
      kind: true,
      country: true,
      participations: { where: { removedAt: null }, select: { verified: true } },
    },
  });
  return rows
    .filter(({ name }) => isMeant(sought, [name]))
    .map(({ participations, ...row }) => ({
      ...row,
      rows: participations.length,
      unverified: participations.filter(({ verified }) => !verified).length,
    }));
}

const BY = { select: { name: true, email: true } } as const;
const sayWho = (user: { name: string | null; email: string } | null) => user && (user.name ?? user.email);

export type DeskParticipant = NonNullable<Awaited<ReturnType<typeof readDeskParticipant>>>;
export type DeskParticipation = DeskParticipant['rows'][number];

/** A participant with all its rows, those that readers do not see included, and their history; null for an unknown one. */
export async function readDeskParticipant(slug: string) {
  const found = await db.participant.findUnique({
    where: { slug },
    select: {
      slug: true,
      kind: true,
      name: true,
      country: true,
      stakeholderGroup: true,
      version: true,
      versions: { orderBy: { version: 'desc' }, select: { version: true, name: true, createdAt: true, user: BY } },
      participations: {
        orderBy: [{ agreement: { shortName: 'asc' } }, { date: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          action: true,
          date: true,
          source: true,
          link: true,
          quotation: true,
          declaredBy: true,
          verified: true,
          reservation: true,
          version: true,
          enteredById: true,
          removedAt: true,
          agreement: { select: { slug: true, shortName: true } },
          contribution: { select: { reference: true, status: true } },
          versions: {
            orderBy: { version: 'desc' },
            select: { version: true, change: true, reason: true, createdAt: true, user: BY },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { participations, versions, stakeholderGroup, ...participant } = found;
  return {
    ...participant,
    group: stakeholderGroup,
    versions: versions.map(({ user, ...version }) => ({ ...version, by: sayWho(user) })),
    rows: participations.map(({ versions: history, ...row }) => ({
      ...row,
      history: history.map(({ user, ...version }) => ({ ...version, by: sayWho(user) })),
    })),
  };
}

/** The agreements to choose from, by short name. */
export const listChoosableAgreements = (): Promise<{ slug: string; name: string; shortName: string }[]> =>
  db.agreement.findMany({
    where: { version: { gt: 0 }, retiredAt: null },
    orderBy: [{ shortName: 'asc' }, { slug: 'asc' }],
    select: { slug: true, name: true, shortName: true },
  });
