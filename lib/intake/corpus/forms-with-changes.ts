import { control, paragraph, run, table } from '@/prisma/factories/word-files';
import { makePng } from '@/prisma/factories/files';
import type { MadeFile } from './corpus-file';
import { editText, editWord, replaced, rowOf, written } from './edit-word';
import { filledForm } from './forms-of-word';
import { COMPANY, INSTITUTE, only, without } from './typed-answers';
import type { Answers } from './typed-answers';

const by = (id: number) => `w:id="${9_000 + id}" w:author="Somebody" w:date="2020-09-30T10:00:00Z"`;
const inserted = (content: string, id = 1) => `<w:ins ${by(id)}>${content}</w:ins>`;
const deleted = (text: string, id = 2) =>
  `<w:del ${by(id)}>${run(text).replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>`;
const marked = (content: string, mark: string) => paragraph(content, { properties: `<w:rPr>${mark}</w:rPr>` });

/** The form with these answers, and at some places the XML of richer content. */
const formWith = async (answers: Answers, contents: Record<string, string>): Promise<Buffer> =>
  editText(await filledForm(answers), (xml) =>
    Object.entries(contents).reduce((rest, [tag, xmlOf]) => written(rest, tag, xmlOf), xml),
  );

/** What colleagues leave in a file that goes from desk to desk. */
export async function formsWithChanges(): Promise<MadeFile[]> {
  return [
    {
      name: 'word-tracked-changes.docx',
      about: 'Changes are tracked: words, paragraphs, cells and rows inserted, deleted and moved',
      answers: {
        ...without(INSTITUTE, 'bpf:signatory/agreements=manrs'),
        'bpf:gaps/text': 'The second point came first.\n\nThe first point came second, and it was one paragraph.',
        'bpf:comments/text': 'Nothing more to say.',
      },
      bytes: await editText(await formWith(INSTITUTE, TRACKED), trackedRows),
    },
    {
      name: 'word-comments-and-controls.docx',
      about: 'Comments, controls within controls, and a repeated section around rows',
      answers: { ...INSTITUTE, 'bpf:gaps/text': 'One thing\n\nand another.' },
      bytes: await editText(await formWith(INSTITUTE, NESTED), repeatedSection),
    },
    {
      name: 'word-online.docx',
      about: 'As Word Online saves it: words cut into runs, spelling marks, smart tags, revision ids',
      answers: INSTITUTE,
      bytes: await editText(await filledForm(INSTITUTE), cutIntoRuns),
    },
  ];
}

const TRACKED = {
  'bpf:signatory/notes/gcsc': `${deleted('Our founder')}${inserted(run('Our director'))}${run(' sat on the ')}${deleted('board', 3)}${run('commission.')}`,
  'bpf:gaps/text':
    paragraph(`<w:moveFrom ${by(4)}>${run('The second point came last.')}</w:moveFrom>`) +
    paragraph(`<w:moveTo ${by(5)}>${run('The second point came first.')}</w:moveTo>`) +
    marked(run('The first point came second'), `<w:del ${by(6)}/>`) +
    paragraph(run(', and it was one paragraph.')) +
    marked(deleted('A paragraph that is gone.', 7), `<w:del ${by(8)}/>`),
  'bpf:comments/text': `<w:ins ${by(9)}>${control('', paragraph('Nothing more to say.'))}</w:ins><w:del ${by(10)}>${paragraph(deleted('Too long.', 11))}</w:del>`,
};

function trackedRows(xml: string): string {
  const mark = (rest: string, code: string, properties: string) =>
    replaced(rest, rowOf(rest, code), rowOf(rest, code).replace('<w:trPr>', `<w:trPr>${properties}`));
  const rows = mark(mark(xml, 'Q1 / O1', `<w:ins ${by(12)}/>`), 'Q1 / A10', `<w:del ${by(13)}/>`);
  const row = rowOf(rows, 'Q1 / A03');
  const cells = row.replace('</w:tcPr>', `<w:cellIns ${by(14)}/></w:tcPr>`);
  const gone = `<w:tc><w:tcPr><w:cellDel ${by(15)}/></w:tcPr>${paragraph('A cell that is gone')}</w:tc>`;
  return replaced(rows, row, cells.replace('<w:tc>', `${gone}<w:tc>`));
}

const NESTED = {
  'bpf:signatory/notes/gcsc': `<w:commentRangeStart w:id="1"/>${control('', `${run('Our director ')}${control('reviewed', run('sat on'))}`)}${run(' the commission.')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
  'bpf:gaps/text': control(
    'outer',
    paragraph('One thing') + control('inner', paragraph(control('deep', run('and another.')))),
  ),
};

const repeatedSection = (xml: string): string =>
  ['Q1 / A07', 'Q1 / O1'].reduce(
    (rest, code) =>
      replaced(
        rest,
        rowOf(rest, code),
        control(
          '',
          rowOf(rest, code),
          '<w15:repeatingSection xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
        ),
      ),
    xml,
  );

/** Each run becomes one for every word, in other elements that say nothing of the text. */
function cutIntoRuns(xml: string): string {
  let count = 0;
  return xml
    .replace(/<w:p>/g, '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">')
    .replace(
      /<w:r>(<w:rPr>(?:(?!<w:r>).)*?<\/w:rPr>)?<w:t xml:space="preserve">([^<]+)<\/w:t><\/w:r>/g,
      (_, look = '', text: string) =>
        text
          .split(/(?<= )/)
          .map((word) => {
            count += 1;
            const one = `<w:r w:rsidRPr="00B${count}">${look}<w:t xml:space="preserve">${word}</w:t></w:r>`;
            if (count % 5 === 0) return `<w:proofErr w:type="spellStart"/>${one}<w:proofErr w:type="spellEnd"/>`;
            return count % 7 === 0 ? `<w:smartTag w:uri="urn:x" w:element="place">${one}</w:smartTag>` : one;
          })
          .join(''),
    );
}

const NAMESPACES =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const picture = (id: string) =>
  `<w:r><w:drawing><wp:inline ${NAMESPACES}><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Picture"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const textBox = (text: string) =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wp:anchor ${NAMESPACES}><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** Answers that are more than text. */
export async function formsWithRichAnswers(): Promise<MadeFile[]> {
  const few = only(COMPANY, 'signatory', 'about');
  return [
    {
      name: 'word-pasted-table.docx',
      about: 'A table was pasted into an answer',
      answers: {
        ...few,
        'bpf:gaps/text':
          'As in this table:\n\n| Issue | Since |\n| --- | --- |\n| Updates | 2017 |\n| Ballots | 2019 |\n\nThat is all.',
      },
      bytes: await formWith(few, {
        'bpf:gaps/text':
          paragraph('As in this table:') +
          table(
            [paragraph('Issue'), paragraph('Since')],
            [paragraph('Updates'), paragraph('2017')],
            [paragraph('Ballots'), paragraph('2019')],
          ) +
          paragraph('That is all.'),
      }),
    },
    {
      name: 'word-headings-and-lists.docx',
      about: 'An answer with headings, emphasis, a numbered list and a list in it',
      answers: {
        ...few,
        'bpf:gaps/text':
          '### What is missing\n\n**Two** issues, *both* old:\n\n3. Updates\n4. Ballots\n   - counting\n   - storing\n\n### What to do\n\nTalk.',
      },
      bytes: await headingsAndLists(few),
    },
    {
      name: 'word-pictures.docx',
      about: 'One answer is a picture, another one has a picture in it',
      answers: { ...few, 'bpf:comments/text': 'See the drawing of our network.' },
      pictures: 2,
      bytes: await editWord(
        await formWith(few, {
          'bpf:gaps/text': paragraph(picture('rIdP1')),
          'bpf:comments/text': paragraph(run('See the drawing ') + picture('rIdP2') + run('of our network.')),
        }),
        {
          'word/_rels/document.xml.rels': (xml) =>
            xml.replace(
              '</Relationships>',
              `${relationship('rIdP1', 'one')}${relationship('rIdP2', 'two')}</Relationships>`,
            ),
        },
        [
          { name: 'word/media/one.png', content: makePng() },
          { name: 'word/media/two.png', content: makePng() },
        ],
      ),
    },
    await aroundTheText(few),
  ];
}

const relationship = (id: string, name: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}.png"/>`;

const item = (text: string, level: number, id: number) =>
  paragraph(text, { properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>` });

async function headingsAndLists(few: Answers): Promise<Buffer> {
  const file = await formWith(few, {
    'bpf:gaps/text':
      paragraph('What is missing', { style: 'Heading2' }) +
      paragraph(`${run('Two', '<w:b/>')}${run(' issues, ')}${run('both', '<w:i/>')}${run(' old:')}`) +
      item('Updates', 0, 91) +
      item('Ballots', 0, 91) +
      item('counting', 1, 91) +
      item('storing', 1, 91) +
      paragraph('What to do', { style: 'Heading2' }) +
      paragraph('Talk.'),
  });
  const list =
    '<w:abstractNum w:abstractNumId="91"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>';
  return editWord(file, {
    'word/numbering.xml': (xml) =>
      xml.replace('<w:num ', `${list}<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num><w:num `),
  });
}

/** Text boxes, footnotes, and what was typed at the head and the foot of the page. */
async function aroundTheText(few: Answers): Promise<MadeFile> {
  const file = await formWith(few, {
    'bpf:gaps/text': paragraph(run('Updates.') + textBox('In a box: who is liable?')),
    'bpf:comments/text': paragraph(
      `${run('Our view')}<w:r><w:footnoteReference w:id="7"/></w:r>${run(' has not changed.')}`,
    ),
  });
  return {
    name: 'word-boxes-notes-margins.docx',
    about: 'A text box and a footnote in answers, and words at the head and the foot of the page',
    answers: {
      ...few,
      'bpf:gaps/text': 'Updates.\n\nIn a box: who is liable?',
      'bpf:comments/text': 'Our view [As of May.] has not changed.',
    },
    aside: ['Not approved by the board yet', 'Please ask Ms Okafor'],
    bytes: await editWord(
      file,
      {
        'word/footnotes.xml': (xml) =>
          xml.replace('</w:footnotes>', `<w:footnote w:id="7">${paragraph('As of May.')}</w:footnote></w:footnotes>`),
        'word/footer1.xml': (xml) => xml.replace('</w:ftr>', `${paragraph('Please ask Ms Okafor')}</w:ftr>`),
        'word/_rels/document.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>',
          ),
        '[Content_Types].xml': (xml) =>
          xml.replace(
            '</Types>',
            '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
          ),
      },
      [
        {
          name: 'word/header1.xml',
          content: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('Not approved by the board yet')}</w:hdr>`,
        },
      ],
    ),
  };
}
