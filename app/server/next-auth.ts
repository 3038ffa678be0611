import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import type { NextAuthOptions } from 'next-auth';

type Question = {
  method: 'GET' | 'POST';
  /** The part of next-auth's address after `/api/auth/`, by its segments. */
  action: [string, string];
  query?: Record<string, string>;
  body?: Record<string, string>;
  /** The cookies that next-auth may see; it reads no others. */
  cookies: Record<string, string>;
};

/** What next-auth wants the browser to do: where to go (null if nowhere), with which `Set-Cookie` headers. */
export type NextAuthAnswer = { location: string | null; cookies: string[] };

/**
 * Asks next-auth without being one of its addresses: in the form of its handler for API pages, whose request and answer
 * are plain objects.
 */
export async function askNextAuth(options: NextAuthOptions, question: Question): Promise<NextAuthAnswer> {
  const { method, action, query = {}, body, cookies } = question;
  const headers = new Map<string, string | string[]>();
  const response = {
    status: () => response,
    setHeader: (name: string, value: string | string[]) => (headers.set(name.toLowerCase(), value), response),
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    json: () => response,
    send: () => response,
    end: () => response,
  };
  const request = { method, query: { ...query, nextauth: action }, body, cookies, headers: {} };
  // next-auth reads and calls no other parts of the two
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return {
    location: [headers.get('location')].flat()[0] ?? null,
    cookies: [headers.get('set-cookie') ?? []].flat(),
  };
}
