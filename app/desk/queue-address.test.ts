import { describe, expect, it } from 'vitest';
import { contributionAddress, queueAddress, queueTabs, readFrom, readQueueAddress, samePage } from './queue-address';

const place = (sort = '') =>
  Buffer.from(`2020-10-01T00:00:00.000Z 00000000-0000-4000-8000-000000000000${sort}`).toString('base64url');

it('shows the waiting contributions without a status in the address, and all with "all"', () => {
  expect(readQueueAddress({}).filter).toEqual({ status: 'submitted' });
  expect(readQueueAddress({ status: 'all', q: '' }).filter).toEqual({});
  expect(readQueueAddress({ status: 'published', q: ' institute ', call: '2020' }).filter).toEqual({
    status: 'published',
    q: 'institute',
    call: '2020',
  });
  const search = {
    assignee: 'mine',
    agreement: 'paris-call',
    criterion: 'specified-cbms',
    conflict: '1',
    olderThan: '30',
    sort: 'oldest',
  };
  expect(readQueueAddress(search).filter).toEqual({ ...search, status: 'submitted', conflict: true, olderThan: 30 });
});

describe('what does not exist', () => {
  it.each([
    ['status', 'draft'],
    ['call', '../x'],
    ['assignee', "' OR 1=1"],
    ['agreement', 'Paris Call'],
    ['criterion', '\0'],
    ['conflict', 'yes'],
    ['olderThan', '0'],
    ['olderThan', '1e3'],
    ['olderThan', '99999'],
    ['olderThan', '-7'],
    ['q', 'x'.repeat(201)],
    ['q', '\0'],
    ['sort', 'random'],
    ['after', 'nowhere'],
    ['after', place(' oldest')],
  ] as const)('is left out and named, with all else kept: %s=%s', (name, value) => {
    expect(readQueueAddress({ call: '2020', assignee: 'none', [name]: value })).toEqual({
      parts: { call: '2020', assignee: 'none', [name]: undefined },
      filter: {
        call: '2020',
        assignee: 'none',
        status: 'submitted',
        [name]: name === 'status' ? 'submitted' : undefined,
      },
      faulty: [name],
    });
  });

  it('an empty filter is not reported', () => {
    expect(readQueueAddress({ colour: 'red', q: ['a', 'b'] })).toEqual({
      parts: {},
      filter: { status: 'submitted' },
      faulty: [],
    });
  });

  it('drops the position with an invalid order, and keeps it with the order it belongs to', () => {
    expect(readQueueAddress({ sort: 'random', after: place(' oldest'), call: '2020' })).toEqual({
      parts: { call: '2020' },
      filter: { call: '2020', status: 'submitted' },
      faulty: ['sort'],
    });
    expect(readQueueAddress({ sort: 'oldest', after: place(' oldest') })).toMatchObject({
      filter: { after: { sort: 'oldest' } },
      faulty: [],
    });
  });
});

it('keeps the other filters and begins at the first page when one changes', () => {
  const address = readQueueAddress({ status: 'all', q: 'a&b', after: place() });
  expect(address.faulty).toEqual([]);
  expect(queueAddress(address, { call: '2020' })).toBe('/desk?status=all&q=a%26b&call=2020');
  expect(queueAddress(address, { status: undefined, q: undefined })).toBe('/desk');
  expect(samePage(address)).toBe(`/desk?status=all&q=a%26b&after=${place()}`);
});

it('is kept on the way to a contribution and back, including the page', () => {
  const address = readQueueAddress({ status: 'all', q: 'a&b', assignee: 'mine', after: place() });
  const there = new URL(contributionAddress('BPF-2020-001', address), 'http://localhost');
  expect(there.pathname).toBe('/desk/contributions/BPF-2020-001');
  expect(readFrom(there.searchParams.get('from') ?? undefined)).toEqual(address);
  expect(contributionAddress('BPF-2020-001', readQueueAddress({}))).toBe('/desk/contributions/BPF-2020-001');
  for (const from of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    'javascript:alert(1)',
    undefined,
    ['a', 'b'],
  ]) {
    expect(samePage(readFrom(from))).toBe('/desk');
  }
});

it('names each view with its count and marks the current one', () => {
  const none = { count: 0, more: false };
  const counts = {
    submitted: { count: 1000, more: true },
    changes_requested: none,
    published: none,
    unpublished: none,
    declined: none,
    kept: none,
    withdrawn: none,
    ready: { count: 2, more: false },
  };
  const tabs = queueTabs(readQueueAddress({ q: 'x' }), counts);
  expect(tabs[0]).toEqual({ href: '/desk?q=x', label: 'Submitted', count: '1,000+', current: true });
  expect(tabs[1]).toEqual({ href: '/desk?q=x&status=ready', label: 'Ready to publish', count: '2', current: false });
  expect(tabs.filter(({ current }) => current)).toHaveLength(1);
  expect(tabs.at(-1)).toEqual({ href: '/desk?q=x&status=all', label: 'All', current: false });
  const ready = queueTabs(readQueueAddress({ status: 'ready' }), counts).filter(({ current }) => current);
  expect(ready.map(({ label }) => label)).toEqual(['Ready to publish']);
});
