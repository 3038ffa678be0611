'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { addSource, changeSource, deleteSource } from '@/lib/agreements/sources/edit-sources';
import { editedSource, newSource, sourceKey } from '@/lib/agreements/sources/schema';

const may = 'source.manage';

export const add = deskAction({
  may,
  schema: newSource,
  run: async (content, editor) => {
    const result = await addSource({ editor, content });
    if (result.ok) redirect(`/desk/sources/${result.key}?done=added`);
    return result;
  },
});

export const change = deskAction({
  may,
  schema: editedSource,
  run: async (changed, editor) => {
    const result = await changeSource({ editor, ...changed });
    if (result.ok) redirect(`/desk/sources/${result.key}?done=changed`);
    return result;
  },
});

export const remove = deskAction({
  may,
  schema: z.strictObject({ key: sourceKey }),
  run: async ({ key }, editor) => {
    const result = await deleteSource({ editor, key });
    if (result.ok) redirect('/desk/sources?done=deleted');
    return result;
  },
});
