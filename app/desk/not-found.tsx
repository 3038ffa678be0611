import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';

export default function DeskNotFound() {
  return (
    <>
      <PageHeader
        eyebrow="404"
        title="There is nothing here"
        lead="The reference may be mistyped, or what stood here is a draft, which only its author can see."
      />
      <LinkButton href="/desk">To the queue</LinkButton>
    </>
  );
}
