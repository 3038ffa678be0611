import { forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';

/** Lets the factories of this process work on the forum that this environment describes. */
export function connectFactories(environment: Record<string, string>): void {
  Object.assign(process.env, environment);
  rereadEnvironment();
  forgetClient();
}
