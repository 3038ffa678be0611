import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nullWhenDatabaseDown } from './null-when-database-down';

const request = vi.hoisted(() => ({ type: '' }));
// Next's own function: outside a request there are no headers.
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'content-type': request.type }) }));

const lost = async () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

describe('nullWhenDatabaseDown', () => {
  beforeEach(() => void (request.type = 'multipart/form-data; boundary=x'));

  it('returns the loaded value', async () => {
    expect(await nullWhenDatabaseDown(Promise.resolve('a draft'))).toBe('a draft');
  });

  it('returns null where a form was just sent and the database is down', async () => {
    expect(await nullWhenDatabaseDown(lost())).toBeNull();
  });

  it('throws where no form was sent, and on any other error', async () => {
    await expect(nullWhenDatabaseDown(Promise.reject(new Error('a fault of ours')))).rejects.toThrow('a fault of ours');
    request.type = '';
    await expect(nullWhenDatabaseDown(lost())).rejects.toThrow('ECONNREFUSED');
  });
});
