import { expect, it } from 'vitest';
import { queueAddress, queueTabs, readQueueAddress } from './queue-address';

it('shows what waits where the address says nothing, and everything under "all"', () => {
  expect(readQueueAddress({}).filter).toEqual({ status: 'submitted' });
  expect(readQueueAddress({ status: 'all', q: '' }).filter).toEqual({});
  expect(readQueueAddress({ status: 'published', q: ' institute ', call: '2020' }).filter).toEqual({ status: 'published', q: 'institute', call: '2020' });
});

it('leaves out what does not exist, and says so', () => {
  for (const search of [{ status: 'draft' }, { after: 'nowhere' }]) {
    expect(readQueueAddress(search)).toEqual({ parts: {}, filter: { status: 'submitted' }, faulty: true });
  }
  expect(readQueueAddress({ colour: 'red', q: ['a', 'b'] }).faulty).toBe(false);
});

it('keeps the other filters and begins at the newest when one changes', () => {
  const address = readQueueAddress({ status: 'all', q: 'a&b', after: Buffer.from('2020-10-01T00:00:00.000Z 00000000-0000-4000-8000-000000000000').toString('base64url') });
  expect(address.faulty).toBe(false);
  expect(queueAddress(address, { call: '2020' })).toBe('/desk?status=all&q=a%26b&call=2020');
  expect(queueAddress(address, { status: undefined, q: undefined })).toBe('/desk');
});

it('names each view with its count and marks the one in sight', () => {
  const none = { count: 0, more: false };
  const counts = { submitted: { count: 1000, more: true }, changes_requested: none, published: none, declined: none, withdrawn: none };
  const tabs = queueTabs(readQueueAddress({ q: 'x' }), counts);
  expect(tabs[0]).toEqual({ href: '/desk?q=x', label: 'Submitted', count: '1,000+', current: true });
  expect(tabs.filter(({ current }) => current)).toHaveLength(1);
  expect(tabs.at(-1)).toEqual({ href: '/desk?q=x&status=all', label: 'All', current: false });
});
