import type { z } from 'zod';
import { addParticipation } from '@/lib/review/participants/register';
import { entryInput } from '@/lib/review/participants/input-schema';
import { makeEditor } from './people';

/** An entry of the register by a new editor; returns the participant's slug and the row's id. */
export async function makeParticipation(given: Partial<z.input<typeof entryInput>> = {}) {
  const input = entryInput.parse({
    ...{ agreement: 'paris-call', kind: 'organisation', name: 'Example Exchange', action: 'endorsed' },
    ...{ declaredBy: 'maintainer', source: 'List of supporters', apart: true, ...given },
  });
  const added = await addParticipation({ editor: await makeEditor(), input });
  if (!added.ok) throw new Error(`not added: ${JSON.stringify(added)}`);
  return added;
}
