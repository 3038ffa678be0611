import { isDatabaseDown } from '@/lib/platform/database-down';
import { wasJustSent } from './just-sent';

/**
 * Loads what a step needs. Null where the database is away and a form has just been sent: then the page has to hand back what
 * was typed. When somebody merely opens the page, the failure is the page's own.
 */
export async function nullWhenDatabaseDown<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (isDatabaseDown(error) && (await wasJustSent())) return null;
    throw error;
  }
}
