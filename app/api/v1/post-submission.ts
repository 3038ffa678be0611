import { POST } from '@/app/api/v1/calls/[call]/contributions/route';

export type Sent = { call?: string; headers?: Record<string, string>; body?: BodyInit };

/** Submits by the API as a program does. */
export function send({ call = '2020', headers = {}, body }: Sent): Promise<Response> {
  const url = `http://localhost/api/v1/calls/${call}/contributions`;
  const request = new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  return POST(request, { params: Promise.resolve({ call }) });
}

export const json = (value: unknown) => JSON.stringify(value);
