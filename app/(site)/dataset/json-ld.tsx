import { jsonInScript } from '@/lib/publication/linked-data';

/** The page's subject for search engines and catalogues (schema.org). */
export function JsonLd({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: jsonInScript({ '@context': 'https://schema.org', ...data }) }}
    />
  );
}
