import { expect } from 'vitest';
import { createToken, revokeToken } from '@/lib/accounts/api-tokens';
import { makeEditor } from '@/prisma/factories/people';
import { GET } from '@/app/api/v1/desk/contributions/route';
import { POST } from '@/app/api/v1/desk/contributions/[reference]/decisions/route';
import { GET as GET_ONE } from '@/app/api/v1/desk/contributions/[reference]/route';

type Answer = { status: number; body: Record<string, unknown> };
/** The token of an editor, with which each request is sent unless another is given. */
let token: string;

export async function signInProgram(): Promise<void> {
  token = (await tokenOf(await makeEditor())).token;
}

export async function tokenOf(
  editor: Awaited<ReturnType<typeof makeEditor>>,
  scope: 'read' | 'decide' = 'decide',
  days = 30,
): Promise<{ token: string; revoke: () => Promise<unknown> }> {
  const made = await createToken(editor, { name: 'A program', days, scope });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return { token: made.token, revoke: () => revokeToken(editor, made.id) };
}

/** Every answer is private, and an error is a problem document. */
async function answered(response: Response): Promise<Answer> {
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(response.headers.get('content-type')).toMatch(
    response.ok ? /^application\/json/ : /^application\/problem\+json/,
  );
  return { status: response.status, body: await response.json() };
}

const authorised = (as: string | null): Record<string, string> =>
  as === null ? {} : { Authorization: `Bearer ${as}` };

export const list = async (query = '', as: string | null = token) =>
  answered(
    await GET(new Request(`http://localhost/api/v1/desk/contributions${query}`, { headers: authorised(as) }), {
      params: Promise.resolve({}),
    }),
  );

export const read = async (reference: string, as: string | null = token) =>
  answered(
    await GET_ONE(new Request(`http://localhost/api/v1/desk/contributions/${reference}`, { headers: authorised(as) }), {
      params: Promise.resolve({ reference }),
    }),
  );

export async function decide(
  reference: string,
  decisions: unknown,
  as: string | null = token,
  more: object = {},
): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...authorised(as) };
  const request = new Request(`http://localhost/api/v1/desk/contributions/${reference}/decisions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ decisions, ...more }),
  });
  return answered(await POST(request, { params: Promise.resolve({ reference }) }));
}
