import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { z } from 'zod';
import { seedCorrections, seedCriterionSet, seedDataset } from '@/lib/agreements/seed-schema';
import { seedCall } from '@/lib/calls/schema';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { snippetInput } from '@/lib/review/snippet-schema';
import { correctImport } from './correcting';
import {
  seedAgreements,
  seedCalls,
  seedCriteria,
  seedFirstAdmin,
  seedParticipants,
  seedRegister,
  seedSnippets,
  seedSummaries,
  seedSummary,
  unseededCalls,
} from './seeding';
import { mutation } from '@/lib/platform/mutation';
import { orThrow } from '@/lib/platform/errors';

/**
 * Loads criteria, dataset, participants, calls, words for reasons and the first admin if they are absent; existing rows stay as they
 * are, however they have changed. With `sample`, the first start also adds the forum's summary of a contribution. Safe to run at every start, and by several processes at once.
 */
export async function seed(
  log: (line: string) => void = () => {},
  { dataset: withDataset = true, sample = env().BPF_SAMPLE === 'on' } = {},
): Promise<void> {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, 'data', name), 'utf8'));
  const criteria = z.array(seedCriterionSet).parse(read('criteria.json'));
  const dataset = seedDataset.parse(read('agreements.json'));
  const corrections = seedCorrections.parse(read('corrections.json'));
  const calls = z.array(seedCall).parse(read('calls.json'));
  const summaries = z.array(seedSummary).parse(read('summaries.json'));
  const register = z.array(seedRegister).parse(read('participants.json'));
  const snippets = z.array(snippetInput).parse(read('snippets.json'));
  const seeded = await mutation({ actor: 'system', timeout: 60_000, maxWait: 60_000 }, async (context) => {
    const { tx } = context;
    const fresh = await unseededCalls(calls, tx);
    return {
      ok: true,
      criteria: await seedCriteria(criteria, tx),
      agreements: withDataset ? await seedAgreements(dataset, tx) : 0,
      corrected: withDataset ? await correctImport(dataset, corrections, context) : 0,
      calls: withDataset ? await seedCalls(calls, tx) : 0,
      summaries: withDataset && sample ? await seedSummaries(summaries, fresh, context) : 0,
      participants: withDataset ? await seedParticipants(register, tx) : 0,
      snippets: await seedSnippets(snippets, tx),
      admins: await seedFirstAdmin(env().ADMIN_EMAIL, context),
    };
  });
  const counts = orThrow(seeded);
  log(
    `seeded ${counts.criteria} criteria, ${counts.agreements} agreements (${counts.corrected} corrected), ${counts.calls} calls, ${counts.summaries} summaries, ${counts.participants} participants, ${counts.snippets} snippets, ${counts.admins} admins`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // An import of a download needs an empty dataset, which npm run import checks.
  await seed(console.log, { dataset: process.env.SEED_DATASET !== '0' });
  await db.$disconnect();
}
