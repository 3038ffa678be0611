import { isDatabaseDown } from '@/lib/platform/database-down';
import { wasJustSent } from './just-sent';

/**
 * Loads the data of a step. Null where the database is down and a form has just been sent: then the page has to show
 * the typed text again. Without a sent form, the page fails as usual.
 */
export async function nullWhenDatabaseDown<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (isDatabaseDown(error) && (await wasJustSent())) return null;
    throw error;
  }
}
