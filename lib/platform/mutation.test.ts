import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL } from '@/lib/platform/cache/invalidation';
import { db } from '@/lib/platform/db/client';
import { DomainError, failure, REASONS, REASONS_OF_ACTOR } from './errors';
import type { Reason } from './errors';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { actingAs, mutation } from './mutation';
import type { MutationContext } from './mutation';

useTestDatabase();

/** Stands where the process's page cache does. */
const process_: { bpfPageCache?: { expire(tags: string[]): void } } = globalThis as never;
/** What was forgotten in this process, and what another process was told. */
const [here, elsewhere]: [string[][], string[]] = [[], []];
let listener: pg.Client;

beforeEach(async () => {
  process_.bpfPageCache = { expire: (tags) => void here.push(tags) };
  listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await listener.connect();
  listener.on('notification', ({ payload }) => void elsewhere.push(payload ?? ''));
  await listener.query(`LISTEN ${CHANNEL}`);
});

afterEach(async () => {
  delete process_.bpfPageCache;
  await listener.end();
  here.length = 0;
  elsewhere.length = 0;
});

/** Notifications are delivered before the answer to the listener's own next statement. */
const heardElsewhere = async () => {
  await listener.query('SELECT 1');
  return elsewhere;
};

/** One change with all that belongs to it. */
async function changeSomething({ tx, audit, invalidate }: MutationContext, title: string): Promise<void> {
  const { id } = await tx.snippet.create({ data: { title, text: 'Words.' }, select: { id: true } });
  await audit({ action: 'snippet.added', subject: { kind: 'snippet', id } });
  invalidate('dataset', 'agreement:gcsc');
  invalidate('dataset');
}

const eventsOf = (action: string) =>
  db.auditEvent.findMany({
    where: { action },
    orderBy: { id: 'asc' },
    select: { actorKind: true, userId: true, subjectKind: true, subjectId: true, details: true },
  });

const countOf = (title: string) => db.snippet.count({ where: { title } });

describe('a mutation that succeeds', () => {
  it('stores the change with its audit event, and invalidates each tag once here and elsewhere', async () => {
    const { userId } = await makeEditor();
    const before = (await eventsOf('snippet.added')).length;
    const result = await mutation({ actor: { userId } }, async (context) => {
      await changeSomething(context, 'stored');
      expect(here).toEqual([]);
      return { ok: true, told: 3 };
    });
    expect(result).toEqual({ ok: true, told: 3 });
    expect(await countOf('stored')).toBe(1);
    expect((await eventsOf('snippet.added')).slice(before)).toMatchObject([{ actorKind: 'editor', userId }]);
    expect(here).toEqual([['dataset', 'agreement:gcsc']]);
    expect(await heardElsewhere()).toEqual(['dataset,agreement:gcsc']);
  });

  it('invalidates nothing where the work names no page', async () => {
    await mutation({ actor: 'system' }, async () => ({ ok: true }));
    expect([here, await heardElsewhere()]).toEqual([[], []]);
  });

  it('records an event by another actor where the work acts in that name', async () => {
    const [first, second] = [await makeEditor(), await makeEditor()];
    await mutation({ actor: second }, async (context) => {
      await changeSomething(actingAs(first, context), 'by the first');
      await changeSomething(context, 'by the second');
      await context.audit({ actor: 'system', action: 'snippet.added', subject: { kind: 'snippet', id: 'none' } });
      return { ok: true };
    });
    expect((await eventsOf('snippet.added')).slice(-3).map(({ userId }) => userId)).toEqual([
      first.userId,
      second.userId,
      null,
    ]);
  });
});

describe('a mutation that fails', () => {
  const failing: [string, (context: MutationContext) => Promise<{ ok: true } | ReturnType<typeof failure>>][] = [
    ['returns a failure', async () => failure('stale')],
    [
      'throws a DomainError',
      () => {
        throw new DomainError(failure('stale'));
      },
    ],
  ];

  it.each(failing)('that %s stores, records and invalidates nothing, and returns the failure', async (title, fail) => {
    const before = (await eventsOf('snippet.added')).length;
    const result = await mutation({ actor: 'system' }, async (context) => {
      await changeSomething(context, title);
      return fail(context);
    });
    expect(result).toEqual({ ok: false, reason: 'stale' });
    expect([await countOf(title), (await eventsOf('snippet.added')).length]).toEqual([0, before]);
    expect([here, await heardElsewhere()]).toEqual([[], []]);
  });

  it('rolls back and throws on an error that is no failure', async () => {
    const work = mutation({ actor: 'system' }, async (context) => {
      await changeSomething(context, 'broken');
      throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
    expect([await countOf('broken'), here, await heardElsewhere()]).toEqual([0, [], []]);
  });

  it('rolls a dry run back and returns what it would have done', async () => {
    const result = await mutation({ actor: 'system', dryRun: true }, async (context) => {
      await changeSomething(context, 'dry');
      return { ok: true, would: await context.tx.snippet.count({ where: { title: 'dry' } }) };
    });
    expect(result).toEqual({ ok: true, would: 1 });
    expect([await countOf('dry'), here, await heardElsewhere()]).toEqual([0, [], []]);
  });
});

describe('a refusal', () => {
  it.each(Object.keys(REASONS) as Reason[])(
    'with reason %s is recorded only if it is because of the actor',
    async (reason) => {
      const { userId } = await makeEditor();
      const result = await mutation({ actor: { userId, token: 'a-token' }, command: 'decide' }, async (context) => {
        await changeSomething(context, reason);
        return failure(reason);
      });
      expect(result).toEqual({ ok: false, reason });
      const recorded = (await eventsOf('decision.refused')).filter((event) => event.userId === userId);
      const details = { command: 'decide', reason, token: 'a-token' };
      expect(recorded).toEqual(
        REASONS_OF_ACTOR.includes(reason)
          ? [{ actorKind: 'editor', userId, subjectKind: 'user', subjectId: userId, details }]
          : [],
      );
    },
  );

  it('names the contribution it is about, and is not recorded without a command or an editor', async () => {
    const { userId } = await makeEditor();
    const { reference } = await submit(eastWestSubmission());
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const refuse = async () => failure('own_organisation');
    const before = (await eventsOf('decision.refused')).length;
    await mutation({ actor: { userId }, command: 'publish', reference }, refuse);
    await mutation({ actor: { userId }, reference }, refuse);
    await mutation({ actor: 'contributor', command: 'publish', reference }, refuse);
    expect((await eventsOf('decision.refused')).slice(before)).toEqual([
      {
        actorKind: 'editor',
        userId,
        subjectKind: 'contribution',
        subjectId: id,
        details: { command: 'publish', reason: 'own_organisation' },
      },
    ]);
  });
});

describe('serializable attempts', () => {
  /** Adds a row named after how many there are, so that two at once would see the same number. */
  const add = (serializableAttempts: number, onRead: () => Promise<void>) =>
    mutation({ actor: 'system', serializableAttempts }, async ({ tx, invalidate }) => {
      const count = await tx.snippet.count({ where: { title: { startsWith: 'serial ' } } });
      await onRead();
      await tx.snippet.create({ data: { title: `serial ${count}`, text: 'Words.' }, select: { id: true } });
      invalidate('dataset');
      return { ok: true };
    });

  /** Both have read before either writes, the first time. */
  function meeting(): () => Promise<void> {
    let arrived = 0;
    let open = () => {};
    const both = new Promise<void>((resolve) => (open = resolve));
    return async () => {
      arrived += 1;
      if (arrived === 2) open();
      await both;
    };
  }

  it('run work that another transaction has overtaken again', async () => {
    const meet = meeting();
    await Promise.all([add(10, meet), add(10, meet)]);
    expect(await db.snippet.count({ where: { title: { in: ['serial 0', 'serial 1'] } } })).toBe(2);
    expect(here).toEqual([['dataset'], ['dataset']]);
  });

  it('throw where they are used up', async () => {
    const meet = meeting();
    const ends = await Promise.allSettled([add(1, meet), add(1, meet)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
