import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';

type CallProseProps = { id: string; title: string; /** Markdown. */ blocks: readonly string[]; locale: string };

/** A text of the call, under its heading; nothing while it is not written. */
export function CallProse({ id, title, blocks, locale }: CallProseProps) {
  if (blocks.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Markdown text={blocks.join('\n\n')} under={2} language={locale} />
    </Section>
  );
}
