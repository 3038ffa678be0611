import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditQuery, readAuditAddress } from './audit-address';
import { AUDIT_ACTION_WORDS, auditActionInWords } from '@/app/desk/words/audit-actions';

/** The names of actions in every file of lib that records any. */
function recordedActions(): string[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('platform/db/'),
  );
  const sources = files
    .map((file) => readFileSync(path.join('lib', file), 'utf8'))
    .filter((source) => /\baudit\(|\brecordEvent\(|\brecordHourly\(/.test(source));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/'((?:[a-z_]+)\.[a-z_]+)'/g)].map(([, action]) => action ?? ''),
  );
  const rights = readFileSync('lib/accounts/policy.ts', 'utf8');
  // Rights, locks and file names look the same; notices and mails have names without a dot.
  const isElse = (name: string) =>
    rights.includes(`'${name}'`) ||
    /\.(csv|json)$/.test(name) ||
    sources.some((source) => source.includes(`hashtext('${name}')`));
  return [...new Set(named)].filter((name) => !isElse(name));
}

describe('the words for actions', () => {
  it('exist for each action that the code records', () => {
    const recorded = recordedActions();
    expect(recorded.length).toBeGreaterThan(20);
    const known = Object.values(AUDIT_ACTION_WORDS).flatMap((actions) => Object.keys(actions));
    expect(recorded.filter((action) => !known.includes(action))).toEqual([]);
  });

  it('include the place of the subject, and fall back to the action’s name', () => {
    expect(auditActionInWords('contribution.assigned')).toEqual({ before: 'gave', named: true, after: 'to an editor' });
    expect(auditActionInWords('user.signed_in')).toEqual({ before: 'signed in', named: false, after: '' });
    expect(auditActionInWords('nothing.known')).toEqual({ before: 'nothing.known', named: false, after: '' });
  });
});

it('filters are in the address, without empty ones', () => {
  const filter = readAuditAddress({
    action: 'mail.sent',
    who: '',
    contribution: 'BPF-2020-007',
    from: '2020-01-01',
    to: '',
    colour: 'blue',
  });
  expect(auditQuery(filter)).toBe('?action=mail.sent&contribution=BPF-2020-007&from=2020-01-01');
  expect(auditQuery({ ...filter, after: '9' })).toBe(auditQuery(filter));
  expect(auditQuery(filter, '42')).toContain('&after=42');
  expect(auditQuery({})).toBe('');
});
