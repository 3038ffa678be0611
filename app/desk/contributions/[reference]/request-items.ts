import type { Typed } from '@/app/ui/action-state';

/** The filled fields of the request, in their order: `question.<key>` and `cell.<id>`. */
export function itemFields(typed: Typed): { kind: 'question' | 'cell'; id: string; text: string }[] {
  return Object.entries(typed).flatMap(([name, text]) => {
    const [, kind, id] = /^(question|cell)\.(.+)$/.exec(name) ?? [];
    if (text.trim() === '' || id === undefined) return [];
    return [{ kind: kind === 'cell' ? ('cell' as const) : ('question' as const), id, text }];
  });
}
