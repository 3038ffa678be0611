import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import type { Challenge, Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { env } from '@/lib/platform/env';
import type { Failure } from '@/lib/platform/errors';
import { GATE_FIELDS, PROOF, WAIT } from './constants';
import type { Endpoint } from './constants';
import { countPass, isBusy, useOnce } from './counters';

/**
 * The reasons to ask for more before a form is accepted: a hidden field is filled in, the form was sent faster than a
 * person can, the setting asks everybody, or more forms than usual arrive from all sides.
 */
type Doubt = 'trap' | 'hurry' | 'everybody' | 'load';

/**
 * What a form must bring before it is accepted, and why: a proof of work, or some waiting time for a browser that can't
 * calculate.
 */
export type ProofChallenge = {
  ok: false;
  reason: 'proof_needed';
  why: Doubt;
  challenge: Challenge;
  waited: string;
  seconds: number;
};
export type AbuseCheck = { ok: true } | (Failure & { reason: 'too_many_requests' }) | ProofChallenge;

type Visit = {
  endpoint: Endpoint;
  address: string;
  form: FormData;
  /** It was filled in faster than a person could. */ hurried?: boolean;
  now?: Date;
};

/**
 * Accepts a form, or says what it still needs. A form passes at once unless a flag, the load or the form itself is
 * suspicious: a hidden field is filled in, or it took less time than a person needs. No sender is refused for good.
 * Fails with `too_many_requests` and `proof_needed`.
 */
export async function checkAbuse({
  endpoint,
  address,
  form,
  hurried = false,
  now = new Date(),
}: Visit): Promise<AbuseCheck> {
  const counted = await countPass({ endpoint, address, now });
  if (!counted.ok) return { ...counted, reason: 'too_many_requests' };
  const busy = await isBusy(endpoint);
  const why = doubtAbout({ form, hurried, busy });
  if (why === null || (await hasProof(form, endpoint)) || (await hasWaited(form, endpoint, now))) return { ok: true };
  return {
    ok: false,
    reason: 'proof_needed',
    why,
    challenge: await newChallenge(endpoint, now),
    waited: newWait(endpoint, now),
    seconds: WAIT.seconds,
  };
}

/** The page names one reason, so the reason nearest to the form itself comes first. */
function doubtAbout({ form, hurried, busy }: { form: FormData; hurried: boolean; busy: boolean }): Doubt | null {
  const { CHALLENGE } = env();
  if (String(form.get(GATE_FIELDS.trap) ?? '') !== '') return 'trap';
  if (hurried) return 'hurry';
  if (CHALLENGE === 'always') return 'everybody';
  return CHALLENGE === 'load' && busy ? 'load' : null;
}

const secret = (purpose: string) => createHmac('sha256', env().NEXTAUTH_SECRET).update(`gate ${purpose}`).digest('hex');

function newChallenge(endpoint: Endpoint, now: Date): Promise<Challenge> {
  const expiresAt = new Date(now.getTime() + PROOF.minutes * 60_000);
  const { algorithm, cost, keyPrefix } = PROOF;
  return createChallenge({
    algorithm,
    cost,
    keyPrefix,
    deriveKey,
    expiresAt,
    data: { door: endpoint },
    hmacSignatureSecret: secret('proof'),
  });
}

const payload = z.looseObject({
  challenge: z.looseObject({
    parameters: z.looseObject({ nonce: z.string(), data: z.looseObject({ door: z.string() }) }),
    signature: z.string(),
  }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string() }),
});

async function hasProof(form: FormData, endpoint: Endpoint): Promise<boolean> {
  const sent = form.get(GATE_FIELDS.proof);
  if (typeof sent !== 'string' || sent === '' || sent.length > 4_000) return false;
  const parsed = payload.safeParse(decoded(sent));
  if (!parsed.success || parsed.data.challenge.parameters.data.door !== endpoint) return false;
  // as its own client makes it; what does not fit fails the verification
  const { challenge, solution } = parsed.data as unknown as Payload;
  const result = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret('proof') }).catch(
    () => null,
  );
  return result?.verified === true && useOnce(parsed.data.challenge.signature, PROOF.minutes * 60);
}

function decoded(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}

/** A signed note of the time at which the form was shown, so that the waiting time can be checked. It works once. */
function newWait(endpoint: Endpoint, now: Date): string {
  const said = `${endpoint}.${now.getTime()}.${randomUUID()}`;
  return `${said}.${signatureOf(said)}`;
}

const signatureOf = (said: string) => createHmac('sha256', secret('wait')).update(said).digest('base64url');

async function hasWaited(form: FormData, endpoint: Endpoint, now: Date): Promise<boolean> {
  const [at = '', time = '', id = '', signature = ''] = String(form.get(GATE_FIELDS.waited) ?? '').split('.');
  const expected = Buffer.from(signatureOf(`${at}.${time}.${id}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false;
  const age = now.getTime() - Number(time);
  if (at !== endpoint || age < WAIT.seconds * 1000 || age > WAIT.minutes * 60_000) return false;
  return useOnce(signature, WAIT.minutes * 60);
}
