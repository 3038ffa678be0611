import type { ApiDocument } from './document';
import { apiDocument } from './document';
import { readExamples } from './examples';

/** The API's description, with an example of each answer from this installation's data. */
export async function readIllustrated(): Promise<ApiDocument> {
  const [document, examples] = [structuredClone(apiDocument()), await readExamples()];
  for (const { get } of Object.values(document.paths ?? {})) {
    const example = get?.operationId === undefined ? undefined : examples[get.operationId];
    const content = get?.responses?.['200']?.content?.['application/json'];
    if (example !== undefined && content) content.example = example;
  }
  return document;
}
