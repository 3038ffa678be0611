import { z } from 'zod';

/**
 * The configuration as the process was given it; `.env.example` explains each. Parsed when first asked for, so that a
 * build needs none.
 */
const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DB_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** 0 where a pooler in between can't keep prepared statements. */
  DB_PREPARE: z.enum(['0', '1']).default('1'),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32),
  ADMIN_EMAIL: z.email().default('admin@example.org'),
  SMTP_URL: z.url().optional(),
  /** Where readers may write, unless an admin has set another address at the desk. */
  CONTACT_EMAIL: z.email().optional(),
  /** The sender of mails; without a name, the site's. */
  MAIL_FROM: z.string().default('no-reply@example.org'),
  BPF_DATA_DIR: z.string().default('.data'),
  /** How many of the operator's own reverse proxies are in front and name the sender in `X-Forwarded-For`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** When forms ask for a proof of work. */
  CHALLENGE: z.enum(['never', 'load', 'always']).default('load'),
  /** Multiplies the limits per address range, as for a conference behind one address. */
  LIMITS_FACTOR: z.coerce.number().positive().max(10_000).default(1),
  /** A program that examines each file sent along; see lib/contributions/files/examination/scanner.ts. */
  SCAN_COMMAND: z.string().optional(),
  /** Memory for pages and answers that are kept, in each process (lib/platform/cache/page-cache.ts). */
  PAGE_CACHE_MB: z.coerce.number().min(0).default(64),
  /** Whether a new installation begins with the forum's summary of a contribution (prisma/data/summaries.json). */
  BPF_SAMPLE: z.enum(['on', 'off']).default('off'),
  RUN_WORKER: z.enum(['0', '1']).default('0'),
});

export type Env = z.infer<typeof schema>;
let parsed: Env | undefined;

/** Returns the parsed environment. Throws, naming each variable at fault, when one is missing or malformed. */
export function env(): Env {
  if (parsed) return parsed;
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`The configuration is incomplete. ${names}`);
  }
  return (parsed = result.data);
}

/** Forgets what was parsed: for tests, of which many run in one process and each has a database of its own. */
export function rereadEnvironment(): void {
  parsed = undefined;
}

/** The public origin, without a trailing slash. */
export const origin = () => env().NEXTAUTH_URL.replace(/\/+$/, '');

/** The same for a file that leaves this computer; null where only this computer can open it. */
export function originForFiles(): string | null {
  const { hostname } = new URL(origin());
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname) ? null : origin();
}
