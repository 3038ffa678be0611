import { makeZip } from './files';
import type { ZipPart } from './files';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES =
  `xmlns:w="${WORD}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of Word; `look` is the XML of its properties. */
export const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of Word with this XML, or text. */
export const paragraph = (content: string, { style = '', properties = '' } = {}) =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

export const control = (tag: string, content: string, properties = '') =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** Each cell is the XML of its blocks. */
export const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

type Word = {
  body: string;
  /** The XML of styles besides the headings. */ styles?: string;
  numbering?: string;
  /** Addresses of links by the ids of their relationships. */ links?: Record<string, string>;
  footnotes?: string;
  properties?: Record<string, string>;
  more?: ZipPart[];
};

const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

/** A Word file whose XML is written by hand, as far as a test needs it. */
export function makeWord({ body, styles = '', numbering, links = {}, footnotes, properties, more = [] }: Word): Buffer {
  const part = (name: string, root: string, content: string): ZipPart => ({
    name: `word/${name}.xml`,
    content: `<?xml version="1.0"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`,
  });
  const relationships = Object.entries(links).map(
    ([id, address]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/relationships/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
  );
  return makeZip([
    {
      name: '[Content_Types].xml',
      content:
        `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
        '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>' +
        (numbering
          ? '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
          : '') +
        (properties
          ? '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
          : '') +
        '</Types>',
    },
    {
      name: '_rels/.rels',
      content:
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>` +
        (properties
          ? `<Relationship Id="rId2" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>`
          : '') +
        '</Relationships>',
    },
    {
      name: 'word/_rels/document.xml.rels',
      content:
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rIdS" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>` +
        (numbering ? `<Relationship Id="rIdN" Type="${OFFICE}/relationships/numbering" Target="numbering.xml"/>` : '') +
        `${relationships.join('')}</Relationships>`,
    },
    part('document', 'document', `<w:body>${body}</w:body>`),
    part(
      'styles',
      'styles',
      `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3]
        .map((level) => style(`Heading${level}`, `heading ${level}`))
        .join('')}${styles}`,
    ),
    ...(numbering ? [part('numbering', 'numbering', numbering)] : []),
    ...(footnotes ? [part('footnotes', 'footnotes', footnotes)] : []),
    ...(properties ? [{ name: 'docProps/custom.xml', content: customProperties(properties) }] : []),
    ...more,
  ]);
}

const customProperties = (properties: Record<string, string>) =>
  `<?xml version="1.0"?><Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${Object.entries(
    properties,
  )
    .map(
      ([name, value], at) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
    )
    .join('')}</Properties>`;

const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

/** An OpenDocument text whose XML is written by hand. */
export function makeOpenDocument({
  body,
  styles = '',
  meta = '',
}: {
  body: string;
  styles?: string;
  meta?: string;
}): Buffer {
  const namespaces =
    `xmlns:office="${OPEN}:office:1.0" xmlns:text="${OPEN}:text:1.0" xmlns:table="${OPEN}:table:1.0"` +
    ` xmlns:style="${OPEN}:style:1.0" xmlns:fo="${OPEN}:xsl-fo-compatible:1.0" xmlns:meta="${OPEN}:meta:1.0"` +
    ` xmlns:draw="${OPEN}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"` +
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"';
  const part = (name: string, content: string): ZipPart => ({
    name: `${name}.xml`,
    content: `<?xml version="1.0"?><office:document-${name} ${namespaces} office:version="1.3">${content}</office:document-${name}>`,
  });
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    part(
      'content',
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    part('meta', `<office:meta>${meta}</office:meta>`),
    {
      name: 'META-INF/manifest.xml',
      content: `<manifest:manifest xmlns:manifest="${OPEN}:manifest:1.0"/>`,
    },
  ]);
}
