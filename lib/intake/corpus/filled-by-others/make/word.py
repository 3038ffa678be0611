"""A returned Word file: opened, written into as Word writes, and saved.

A field is found as a person finds it: by the code beside it ("Q1 / A12") and the name of its column ("note").
"""

import copy
import re
import zipfile

from lxml import etree

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
XML_SPACE = '{http://www.w3.org/XML/1998/namespace}space'
NAMES = {'w': W, 'w14': W14}


def w(name):
    """The full name of an element or attribute of Word, such as w('p')."""
    return '{%s}%s' % (W, name)


def find(node, path):
    return node.xpath(path, namespaces=NAMES)


def text_of(node):
    """The text of a node as a reader sees it: paragraphs and line breaks are line ends."""
    paragraphs = find(node, './/w:p') or [node]
    return '\n'.join(
        ''.join('\n' if part.tag == w('br') else part.text or '' for part in find(paragraph, './/w:t | .//w:br'))
        for paragraph in paragraphs
    )


def run(text, *, bold=False, color=None, right_to_left=False, east_asian=False):
    """A run with a text; a line end in it is a line break (Shift+Enter)."""
    node = etree.Element(w('r'))
    style = etree.SubElement(node, w('rPr'))
    if east_asian:
        etree.SubElement(style, w('rFonts')).set(w('hint'), 'eastAsia')
    if bold:
        etree.SubElement(style, w('b'))
        etree.SubElement(style, w('bCs'))
    if color:
        etree.SubElement(style, w('color')).set(w('val'), color)
    if right_to_left:
        etree.SubElement(style, w('rtl'))
    if len(style) == 0:
        node.remove(style)
    for position, line in enumerate(text.split('\n')):
        if position > 0:
            etree.SubElement(node, w('br'))
        part = etree.SubElement(node, w('t'))
        part.text = line
        part.set(XML_SPACE, 'preserve')
    return node


def paragraph(text, *, style=None, right_to_left=False, **looks):
    """A paragraph with one run."""
    node = etree.Element(w('p'))
    properties = etree.SubElement(node, w('pPr'))
    if style:
        etree.SubElement(properties, w('pStyle')).set(w('val'), style)
    if right_to_left:
        etree.SubElement(properties, w('bidi'))
    node.append(run(text, right_to_left=right_to_left, **looks))
    return node


def columns_of(code, count):
    """What the fields of a row are called, from left to right and from top to bottom."""
    if re.match(r'Q1 / A', code):
        return ['signed', 'note']
    if re.match(r'Q1 / O', code):
        return ['agreement', 'note']
    if re.match(r'Q3 / U\d\.\d', code):
        return ['point', 'value', 'note', 'source']
    if count == 3:
        return ['value', 'note', 'source']
    if count == 2:
        return ['value', 'published']
    return ['value']


class WordFile:
    """A Word file in memory. `looks` is how this person's typing looks (bold, color, right_to_left, east_asian)."""

    def __init__(self, path, **looks):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts['word/document.xml'])
        self.looks = looks

    def save(self, path):
        self.parts['word/document.xml'] = etree.tostring(
            self.document, xml_declaration=True, encoding='UTF-8', standalone=True
        )
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, data in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)

    def controls(self, code):
        alias = code.replace('Y/', 'Y / ').replace('Z/', 'Z / ')
        found = [node for node in find(self.document, '//w:sdt') if find(node, './w:sdtPr/w:alias/@w:val') == [alias]]
        if not found:
            raise KeyError(code)
        return found

    def control(self, code, field):
        controls = self.controls(code)
        return controls[columns_of(code, len(controls)).index(field)]

    def row(self, code):
        """The table row of a code; fails for the long answers, whose code is in the heading of their table."""
        return next(node for node in self.controls(code)[0].iterancestors() if node.tag == w('tr'))

    def label(self, code):
        """What the form says beside a code: the agreement, the point or the fact."""
        if re.match(r'Q1 / O', code):
            return None
        cells = find(self.row(code), './w:tc')
        return text_of(cells[1]).split('\n')[0] if len(cells) > 1 else None

    def write(self, code, field, text):
        """Types a text into a field. A line end is a new paragraph, which a field of one line does not take."""
        control = self.control(code, field)
        one_line = bool(find(control, './w:sdtPr/w:text'))
        if one_line and '\n' in text:
            raise ValueError('%s %s takes one line' % (code, field))
        for hint in find(control, './w:sdtPr/w:showingPlcHdr'):
            hint.getparent().remove(hint)
        content = find(control, './w:sdtContent')[0]
        lines = text.split('\n')
        if find(content, './w:p'):
            self._fill(content, find(content, './w:p')[0], lines)
        elif len(lines) == 1:
            for child in list(content):
                content.remove(child)
            content.append(run(text, **self.looks))
        else:
            self._widen(control, lines)

    def _fill(self, content, first, lines):
        for node in find(first, './w:r'):
            first.remove(node)
        for position, line in enumerate(lines):
            node = first if position == 0 else copy.deepcopy(first)
            if position > 0:
                for old in find(node, './w:r'):
                    node.remove(old)
                content.append(node)
            self._face(node)
            node.append(run(line, **self.looks))

    def _widen(self, control, lines):
        """Enter in a field inside a paragraph: Word makes the field hold whole paragraphs."""
        outer = control.getparent()
        content = find(control, './w:sdtContent')[0]
        for child in list(content):
            content.remove(child)
        for line in lines:
            node = etree.SubElement(content, w('p'))
            node.extend(copy.deepcopy(find(outer, './w:pPr')))
            self._face(node)
            node.append(run(line, **self.looks))
        parent, place = outer.getparent(), outer.getparent().index(outer)
        marks = [node for node in outer if node.tag in (w('bookmarkStart'), w('bookmarkEnd'))]
        parent.remove(outer)
        parent.insert(place, control)
        for mark in marks:
            start = mark.tag == w('bookmarkStart')
            (control.addprevious if start else control.addnext)(mark)
        if find(parent, './*')[-1].tag != w('p'):
            etree.SubElement(parent, w('p'))

    def _face(self, node):
        properties = find(node, './w:pPr')
        if self.looks.get('right_to_left') and properties and not find(properties[0], './w:bidi'):
            etree.SubElement(properties[0], w('bidi'))

    def tick(self, code, field='signed'):
        control = self.control(code, field)
        find(control, './/w14:checked')[0].set('{%s}val' % W14, '1')
        find(control, './/w:t')[0].text = '☒'

    def choose(self, code, field, choice):
        """Chooses from a list; only a list that also takes typing accepts another text."""
        control = self.control(code, field)
        offered = find(control, './/w:listItem/@w:displayText')
        if choice not in offered and not find(control, './w:sdtPr/w:comboBox'):
            raise ValueError('%s does not offer %s' % (code, choice))
        looks, self.looks = self.looks, {}
        self.write(code, field, choice)
        self.looks = looks

    def beside(self, code, field, text, **looks):
        """Types behind a field, in the same paragraph but outside the field."""
        self.control(code, field).addnext(run(text, **looks))

    def body(self):
        return find(self.document, './w:body')[0]

    def starting_with(self, words):
        """The first paragraph that begins with some words."""
        return next(node for node in find(self.document, '//w:p') if text_of(node).startswith(words))

    def unwrap(self):
        """Removes all fields and keeps what is in them, as programs do that don't know Word's fields."""
        for control in find(self.document, '//w:sdt'):
            for child in list(find(control, './w:sdtContent')[0]):
                control.addprevious(child)
            control.getparent().remove(control)
