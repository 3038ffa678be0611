import { expect, test } from 'vitest';
import privacy from '@/lib/platform/i18n/messages/en/privacy.json';
import { ask, read, signIn } from './requests';

/** The texts of all scripts that a page loads. */
async function scriptsOf(page: string, init?: RequestInit): Promise<string[]> {
  const response = await ask(page, init);
  expect([page, response.status]).toEqual([page, 200]);
  const addresses = new Set((await response.text()).match(/\/_next\/static\/[^"'\\]+\.js/g));
  return Promise.all([...addresses].map((address) => read(address)));
}

test.each(['/en/my-link', '/en/correct/manrs/name', '/desk/bulk', '/desk/calls/2020/questionnaire'])(
  'the scripts of %s do not hold the sentences of the whole site',
  async (page) => {
    const scripts = await scriptsOf(page, { headers: await signIn('admin') });
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script.includes(privacy.lead)).toBe(false); // a page of another kind
  },
);
