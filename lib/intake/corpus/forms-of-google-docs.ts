import type { MadeFile } from './corpus-file';
import { editWord, replaced, rowOf, withoutBookmarks, withoutControls } from './edit-word';
import { filledForm } from './forms-of-word';
import { form2020 } from './readings';
import { COMPANY, INSTITUTE } from './typed-answers';

/**
 * What Google Docs is known to make of a Word file that it has opened: written by hand, because there is no Google Docs on
 * the machines that test.
 */
const googleDocs = (file: Uint8Array, edit: (xml: string) => string = (xml) => xml): Promise<Buffer> =>
  editWord(file, {
    'word/document.xml': (xml) => wrapped(renamedStyles(edit(withoutBookmarks(withoutControls(xml))))),
    'word/styles.xml': (xml) => xml.replace(/<w:name w:val="(?:Answer|Cell|CellHead|Help)"\/>/g, '<w:name w:val="P"/>'),
    'docProps/custom.xml': () => null,
    'docProps/core.xml': () => null,
    '_rels/.rels': (xml) => xml.replace(/<Relationship [^>]*docProps[^>]*\/>/g, ''),
    '[Content_Types].xml': (xml) => xml.replace(/<Override [^>]*docProps[^>]*\/>/g, ''),
  });

/** Only the first three headings and the title keep their style; the others become direct formatting. */
const renamedStyles = (xml: string) =>
  xml.replace(/<w:pStyle w:val="(?!Heading[1-3]"|Title")[^"]*"\/>/g, '<w:spacing w:before="0" w:lineRule="auto"/>');

/** An inline control without a name around every run. */
function wrapped(xml: string): string {
  let id = 0;
  return xml.replace(/<w:r>.*?<\/w:r>/gs, (run) => {
    id += 1;
    return `<w:sdt><w:sdtPr><w:id w:val="${-id}"/><w:tag w:val="goog_rdk_${id}"/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`;
  });
}

const identityLost = ['no_identity'];

export async function formsOfGoogleDocs(): Promise<MadeFile[]> {
  const [institute, company] = [await filledForm(INSTITUTE), await filledForm(COMPANY)];
  return [
    {
      name: 'google-docs-institute.docx',
      about: 'Opened in Google Docs and downloaded: no control, bookmark, style or property is left',
      answers: INSTITUTE,
      warnings: identityLost,
      bytes: await googleDocs(institute),
    },
    {
      name: 'google-docs-unfilled.docx',
      about: 'The same, with nothing written',
      answers: {},
      warnings: [...identityLost, 'nothing_written'],
      bytes: await googleDocs(await form2020.file()),
    },
    {
      name: 'google-docs-codes-deleted.docx',
      about: 'The same, and the codes were deleted because they looked ugly',
      answers: INSTITUTE,
      warnings: identityLost,
      bytes: await googleDocs(institute, withoutCodes),
    },
    {
      name: 'google-docs-quotes-and-spaces.docx',
      about: 'The same, with spaces and quotes of another language, in questions, codes and choices',
      answers: COMPANY,
      warnings: identityLost,
      bytes: await googleDocs(company, (xml) =>
        xml.replace(/(?<=<w:t xml:space="preserve">)[^<]*(?=<\/w:t>)/g, respaced),
      ),
    },
    {
      name: 'google-docs-boxes-crossed.docx',
      about: 'The same, with a cross, a word or a sign in place of the boxes; one says two things',
      answers: { ...COMPANY, 'bpf:signatory/agreements=paris-call': true, 'bpf:about/show/affiliation': true },
      aside: ['☐ yes, since 2018'],
      warnings: identityLost,
      bytes: await googleDocs(company, crossedBoxes),
    },
  ];
}

const CODE = /(?<=<w:t xml:space="preserve">)(?:Q\d|[YZ](?= \/ ))(?: \/ [A-Z0-9.]+)?(?: · )?(?=[^<]*<\/w:t>)/g;
const withoutCodes = (xml: string) => xml.replace(CODE, '');

/** Of answers only the spaces. */
const respaced = (text: string): string =>
  /^[QYZ]\d? \/ /.test(text) ? text.replace(' / ', '\u00A0⁄ ') : text.replace(/ (of|for|and) /g, '\u00A0$1  ');

function crossedBoxes(xml: string): string {
  const crossed = (rest: string, code: string, sign: string) =>
    replaced(rest, rowOf(rest, code), rowOf(rest, code).replace(/[☐☒]/, sign));
  return [
    ['Q1 / A05', 'X'],
    ['Q1 / A06', '[x]'],
    ['Q1 / A03', 'yes'],
    ['Q1 / A10', '☐ yes, since 2018'],
    ['Q1 / A01', 'no'],
    ['Y / 1', '✓'],
  ].reduce((rest, [code = '', sign = '']) => crossed(rest, code, sign), xml);
}
