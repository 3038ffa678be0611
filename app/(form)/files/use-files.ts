'use client';

import { useRef, useState } from 'react';
import type { FileProblem } from '@/lib/contributions/files/constants';
import { MAX_BYTES_PER_FILE } from '@/lib/contributions/files/constants';
import type { AttachedFile } from '@/lib/contributions/files/files';
import { REASONS } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';

export type FilesProblem = Reason | 'offline';
type Answer = { files: AttachedFile[] } | { problem: FilesProblem };
type Said = { added?: string; removed?: string };

/** Adds and removes files without leaving the page; the text typed in the step stays as it is. */
export function useFiles({
  address,
  stored,
  problem: told,
}: {
  address: string;
  stored: AttachedFile[];
  problem?: FileProblem;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  /** The key of the chooser: a new one is empty. */
  const [round, setRound] = useState(0);
  const [files, setFiles] = useState(stored);
  const [problem, setProblem] = useState<FilesProblem | undefined>(told);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>({});

  const settle = (answer: Answer, done: Said) => {
    setBusy(false);
    setProblem('problem' in answer ? answer.problem : undefined);
    setSaid('problem' in answer ? {} : done);
    if ('files' in answer) setFiles(answer.files);
    return 'files' in answer;
  };

  /** Returns false after a refusal: the error is then shown at the file field. */
  const add = async () => {
    const file = chooser.current?.files?.[0];
    if (busy) return undefined;
    if (!file) return settle({ problem: 'file_needed' }, {});
    if (file.size > MAX_BYTES_PER_FILE) return settle({ problem: 'file_too_large' }, {});
    setBusy(true);
    const body = new FormData();
    body.set('file', file);
    const added = settle(await post(address, body), { added: file.name });
    if (added) setRound((before) => before + 1);
    return added;
  };
  const remove = async ({ id, name }: { id: string; name: string }) =>
    settle(await post(`${address}/${id}/removal`), { removed: name });

  return { chooser, round, files, problem, busy, said, add, remove };
}

async function post(address: string, body?: FormData): Promise<Answer> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
    const answer: unknown = await response.json();
    if (response.ok) return answer as { files: AttachedFile[] }; // the answer of our own route
    const reason = typeof answer === 'object' && answer !== null && 'reason' in answer ? String(answer.reason) : '';
    return { problem: isReason(reason) ? reason : 'unexpected' };
  } catch {
    return { problem: 'offline' };
  }
}

const isReason = (reason: string): reason is Reason => Object.hasOwn(REASONS, reason);
