'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { grantApproval, refuseApproval, withdrawApproval } from '@/lib/review/approvals/answer-approval';
import { refusalInput } from '@/lib/review/approvals/schema';
import { setRule } from '@/lib/review/approvals/rule-settings';

const id = z.uuid('not_found');

export const grant = deskAction({
  may: 'approval.answer',
  schema: z.object({ id }),
  run: async (input, editor) => {
    refresh();
    return grantApproval({ editor, ...input });
  },
});

export const refuse = deskAction({
  may: 'approval.answer',
  schema: refusalInput.extend({ id }),
  run: async (input, editor) => {
    refresh();
    return refuseApproval({ editor, ...input });
  },
});

/** Withdraws a request by the editor who made it. */
export const takeBack = deskAction({
  may: 'approval.answer',
  schema: z.object({ id }),
  run: async (input, editor) => {
    refresh();
    return withdrawApproval({ editor, ...input });
  },
});

export const saveRule = deskAction({
  may: 'rule.manage',
  // Parsed in the function that sets rules, so that every endpoint parses alike.
  schema: z.record(z.string(), z.string()),
  run: async (rule, actor) => {
    refresh();
    return setRule(actor, rule);
  },
});
