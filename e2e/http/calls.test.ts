import { expect, test } from 'vitest';
import { closeCall, extendCall, hideCall } from '@/lib/calls/call-actions';
import { newDeadline } from '@/lib/calls/call-input-schema';
import { makeCall } from '@/prisma/factories/calls';
import { makeEditor } from '@/prisma/factories/people';
import { origin, read, signIn, startOther, statusOf, textOf } from './requests';

const soon = { interval: 25, timeout: 20_000 };

test('what is done with a call is on its page at every server, without a wait', async () => {
  const servers = [origin(), (await startOther()).origin];
  const editor = await makeEditor({ role: 'admin' });
  const { slug } = await makeCall('open', { timeZone: 'UTC' });
  const page = `/en/calls/${slug}`;
  for (const server of servers) expect(textOf(await read(server + page))).toContain('Open until');
  const delays: number[] = [];
  const everywhere = async (says: (text: string) => boolean) => {
    const begun = performance.now();
    for (const server of servers)
      await expect.poll(async () => says(textOf(await read(server + page))), soon).toBe(true);
    delays.push(performance.now() - begun);
  };

  const input = newDeadline.parse({ slug, closesOn: '2099-10-03', closesTime: '' });
  expect(await extendCall({ editor, input })).toEqual({ ok: true });
  await everywhere((text) => /Extended on .* until 3 October 2099, end of day \(UTC\)/.test(text));
  expect(await closeCall({ editor, slug })).toEqual({ ok: true });
  await everywhere((text) => text.includes('Closed on'));
  expect(await hideCall({ editor, slug })).toEqual({ ok: true });
  for (const server of servers) await expect.poll(() => statusOf(server + page), soon).toBe(404);
  // The time limit of the promise is a second; a busy machine gets more.
  expect(Math.min(...delays)).toBeLessThan(1_000);
});

test('the pages of calls at the desk are for admins, and unknown calls are not found', async () => {
  const [editor, admin] = [await signIn('editor'), await signIn('admin')];
  for (const path of ['/desk/calls', '/desk/calls/new', '/desk/calls/2020', '/desk/calls/2020/edit']) {
    expect(await statusOf(path, { headers: editor }), path).toBe(404);
    expect(await statusOf(path, { headers: admin }), path).toBe(200);
  }
  for (const path of ['/desk/calls/desk', '/desk/calls/none', '/desk/calls/new?from=none', '/desk/calls/%00/edit'])
    expect([404, 400], path).toContain(await statusOf(path, { headers: admin }));
});

test('a preview link that leads nowhere is not found', async () => {
  for (const token of ['x', 'x'.repeat(43), '%00'.repeat(43)]) {
    expect([404, 400]).toContain(await statusOf(`/en/preview/${token}`));
    expect([404, 400]).toContain(await statusOf(`/en/preview/${token}/form`));
  }
});
