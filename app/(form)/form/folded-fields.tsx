'use client';

import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { holdsText } from '@/lib/contributions/drafts/holds-text';
import { useStepWords } from './step-context';
import { Unfolding } from './unfolding';

type FoldedFieldsProps = {
  id: string;
  /** The fields in it: where one is filled in or faulty, it is unfolded. */
  names: readonly string[];
  summary: ReactNode;
  children: ReactNode;
};

/** Fields that most contributors leave empty, under one line. */
export function FoldedFields({ id, names, summary, children }: FoldedFieldsProps) {
  const { values } = useStepWords();
  const { errors } = useFormContext().formState;
  const needed = names.some((name) => holdsText(get(values, name)) || get(errors, name) !== undefined);
  return (
    <Unfolding
      id={id}
      needed={needed}
      className="border-y border-rule [&+#files]:-mt-4 sm:[&+#files]:-mt-8 lg:[&+#files]:-mt-10"
    >
      <summary className="cursor-pointer py-2.5 font-semibold">{summary}</summary>
      <div className="space-y-5 pb-5">{children}</div>
    </Unfolding>
  );
}
