import { asksForAll, badRequest, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';
import { listParticipants } from '@/lib/publication/participants/register';
import type { PublicParticipantLine } from '@/lib/publication/participants/schema';
import { soughtParticipants } from '@/lib/publication/participants/view';
import { parameters, words } from './parameters';

const placeOf = ({ slug }: PublicParticipantLine) => slug;

/** The participants of the register by name, each with its agreements and actions. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { q, after, limit = MAX_ROWS, ...narrowing } = asked.parameters;
  const load = async () => {
    const all = await listParticipants();
    const start = after === undefined ? 0 : all.findIndex(({ slug }) => slug === after) + 1;
    if (after !== undefined && start === 0) return null;
    const wanted = soughtParticipants(all.slice(start), q).filter((one) => isWanted(one, narrowing));
    return pageOf(wanted, limit, placeOf);
  };
  if (asksForAll(asked.parameters))
    return sendJson(request, {
      key: 'participants',
      tags: [TAGS.participants, TAGS.contributions, TAGS.dataset],
      load,
    });
  const page = await load();
  // An unknown position would look like the end of the list, so the client would take the list for complete.
  return page
    ? sendJson(request, { tags: [], load: async () => page })
    : badRequest([{ path: 'after', detail: words.after }]);
});

type Narrowing = { kind?: string; country?: string; group?: string; action?: string; agreement?: string };

function isWanted(one: PublicParticipantLine, { kind, country, group, action, agreement }: Narrowing): boolean {
  if (kind !== undefined && one.kind !== kind) return false;
  if (country !== undefined && one.country !== country) return false;
  if (group !== undefined && one.group !== group) return false;
  if (action !== undefined && !one.actions.some((other) => other === action)) return false;
  return agreement === undefined || one.agreements.includes(agreement);
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
