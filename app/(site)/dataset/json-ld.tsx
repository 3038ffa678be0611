import { jsonInScript } from '@/lib/publication/linked-data';

/** What a page is about, as search engines and catalogues read it (schema.org). */
export function JsonLd({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: jsonInScript({ '@context': 'https://schema.org', ...data }) }}
    />
  );
}
