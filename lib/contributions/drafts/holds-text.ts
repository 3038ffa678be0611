import { isBlank } from '@/lib/questions/typed-fields';

/** Whether stored fields hold a text or a tick. */
export function holdsText(data: unknown): boolean {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return Object.values(data).some(holdsText);
  return Array.isArray(data) ? data.some(holdsText) : data === true || (typeof data === 'string' && !isBlank(data));
}
