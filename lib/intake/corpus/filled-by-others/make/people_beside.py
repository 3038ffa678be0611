"""Four people who don't write where the form asks them to: beside the fields, by marks, or over everything."""

from word import W, find, paragraph, run, text_of, w
from lxml import etree
from person import Person
from word import WordFile

WORD = 'Written in Word; the changes that Word makes are made by the script.'


def red_answers(forms):
    """A company that types in red under each question and leaves every field as it was."""
    who = 'A policy manager of a company who types the answers in bold red under each question and leaves the fields'
    form = WordFile(forms / 'blank-form.docx')
    person = Person('03-company-answers-in-red.docx', who, WORD, form)

    def below(words, *lines):
        place = form.starting_with(words)
        for line in reversed(lines):
            place.addnext(paragraph(line, bold=True, color='FF0000'))

    signed = 'We have signed the Charter of Trust (2018) and the Cybersecurity Tech Accord.'
    below('Choose from the agreements that the forum covers', signed)
    for code in ('Q1 / A06', 'Q1 / A05'):
        also = [{'question': 'Q1 / T', 'field': 'value', 'meant': signed}]
        person.mean(code, 'signed', 'yes', row=form.label(code), also=also)
    project = 'Supplier programme: all 2,300 suppliers must name a contact for security and patch within 30 days.'
    below('Describe each project on its own', project)
    also = [{'question': 'Q2 / P1.2', 'field': 'value', 'meant': project}]
    person.mean('Q2 / T', 'value', project, also=also)
    gaps = [
        'Security updates for devices whose maker has gone out of business.',
        'Who pays for the maintenance of open source software that everybody uses.',
    ]
    below('Question 4, code Q4', *gaps)
    person.mean('Q4', 'value', '\n'.join(gaps))
    comments = 'We would be glad to present our supplier programme at a meeting.'
    below('General observations are welcome', comments)
    person.mean('Q5', 'value', comments)
    about = 'Northwind Pumps (example), private sector, Germany. You may publish our name.'
    below('Your e-mail address is never published.', about)
    person.mean('Y/1', 'value', 'Northwind Pumps (example)', row='Affiliation')
    person.mean('Y/5', 'value', 'Private sector', row='Stakeholder group')
    person.mean('Y/4', 'value', 'Germany', row='Country')
    person.mean('Y/3', 'value', 'As the organisation', row=form.label('Y/3'))
    person.doubt(
        'You may publish our name.',
        '"Our name" is the organisation\'s: that says how to sign (Y/3). It does not say that country or answers may be '
        'published under the licence (Z/1).',
    )
    return person


def marks(forms):
    """A university that marks choices by hand: an X, bold, deleting what is not chosen."""
    who = 'A lecturer who marks choices by X, by bold and by deleting the other choices'
    form = WordFile(forms / 'blank-form.docx')
    person = Person('04-lecturer-marks-by-hand.docx', who, WORD, form)
    for code, mark in (('Q1 / A07', 'X'), ('Q1 / A03', ' x'), ('Q1 / A10', ' yes')):
        form.beside(code, 'signed', mark, bold=mark == 'X')
        person.mean(code, 'signed', 'yes', row=form.label(code))
    form.beside('Q1 / A19', 'signed', ' no')
    person.mean('Q1 / A19', 'signed', 'no', row=form.label('Q1 / A19'))
    _bold(find(form.row('Q1 / A12'), './w:tc')[1], form.label('Q1 / A12'))
    person.doubt('Council of Europe Convention on Cybercrime', 'The name is bold in question 1, with no mark beside it.')
    name = 'Code of conduct for security research at universities'
    person.write('Q3 / N1.F01', name, agreement=name)
    _in_bold(person, 'Q3 / N1.F04.1', 'Adopted', name)
    _in_bold(person, 'Q3 / N1.F07', 'Within a stakeholder group', name)
    person.write('Q3 / N1.F05', '2019-10', agreement=name)
    for code, mark, choice in (
        ('Q3 / N1.C2.05', ' YES', 'Yes'),
        ('Q3 / N1.C2.11', ' yes (art. 3)', 'Yes'),
        ('Q3 / N1.C2.02', ' no', 'No'),
        ('Q3 / N1.C1.03', ' X', None),
    ):
        form.beside(code, 'value', mark)
        if choice:
            person.mean(code, 'value', choice, agreement=name, row=form.label(code))
    person.mean('Q3 / N1.C2.11', 'note', 'art. 3', agreement=name, row=form.label('Q3 / N1.C2.11'))
    person.doubt('X', 'An X beside the list of Responsible disclosure (Q3 / N1.C1.03): yes is likely, but it is not said.')
    _keep_only('Y/3', form, 'Anonymously')
    person.mean('Y/3', 'value', 'Anonymously', row=form.label('Y/3'))
    _bold(find(form.row('Y/5'), './w:tc')[1], 'Academia')
    person.mean('Y/5', 'value', 'Academia', row='Stakeholder group')
    form.beside('Z/1', 'value', ' I agree', bold=True)
    person.mean('Z/1', 'value', 'yes')
    return person


def _in_bold(person, code, choice, agreement):
    """Makes one of the choices bold that the form lists below a point."""
    _bold(find(person.form.row(code), './w:tc')[1], choice)
    person.mean(code, 'value', choice, agreement=agreement, row=person.form.label(code))


def _bold(cell, words):
    """Makes some words of a cell bold: Word splits the run at both ends."""
    for old in find(cell, './/w:r'):
        before, found, after = text_of(old).partition(words)
        if not found:
            continue
        for text, is_bold in ((before, False), (words, True), (after, False)):
            if text:
                part = run(text, bold=is_bold)
                style = find(old, './w:rPr')
                for node in style[0] if style and not is_bold else []:
                    part.insert(0, etree.fromstring('<w:rPr xmlns:w="%s"/>' % W))
                    part[0].append(etree.fromstring(etree.tostring(node)))
                    break
                old.addprevious(part)
        old.getparent().remove(old)
        return
    raise ValueError('no run has ' + words)


def _keep_only(code, form, choice):
    """Deletes the paragraphs of the other choices."""
    for node in find(form.row(code), './w:tc[2]/w:p'):
        if text_of(node).startswith('–') and choice not in text_of(node):
            node.getparent().remove(node)


def no_codes(forms):
    """A student group in an office suite on the web: fields become plain text, and what looks technical is deleted."""
    who = 'A student group that deletes instructions, codes and the lists at the end, and replaces the hints by its answers'
    how = 'As an office suite on the web sends it: without fields, bookmarks and properties. Made by the script.'
    form = WordFile(forms / 'blank-form.docx')
    person = Person('11-student-group-without-codes.docx', who, how, form)
    person.sign('Q1 / A08', 'as a member of an advisory network')
    person.write('Q1 / O1', 'Manchester Manifesto of Student CSIRTs', 'agreement')
    person.project(1, 'Capture the flag for beginners', 'Three events, 140 participants.\nHalf of them had never coded.',
                   None, 'none', 'capacity building')
    person.write('Q4', 'Passwords in school portals. Deepfakes of teachers.')
    person.write('Q5', 'Let students in!')
    person.about(affiliation='Student CSIRT network', sign='With my name', name='The coordinator', country='United Kingdom',
                 group='Civil society')
    form.unwrap()
    _delete_instructions(form)
    for name in ('docProps/custom.xml',):
        form.parts.pop(name)
    form.parts['_rels/.rels'] = _without(form.parts['_rels/.rels'], b'custom-properties')
    form.parts['[Content_Types].xml'] = _without(form.parts['[Content_Types].xml'], b'docProps/custom.xml')
    return person


def _without(xml, word):
    """An XML file without the elements whose attributes have a word."""
    root = etree.fromstring(xml)
    for node in list(root):
        if any(word.decode() in value for value in node.attrib.values()):
            root.remove(node)
    return etree.tostring(root, xml_declaration=True, encoding='UTF-8', standalone=True)


def _delete_instructions(form):
    body = form.body()
    first, last = form.starting_with('Question 1, code Q1'), form.starting_with('The agreements and their codes')
    children = list(body)
    for node in children[1 : children.index(first)] + children[children.index(last) :]:
        if node.tag != w('sectPr'):
            body.remove(node)
    for node in find(body, './/w:bookmarkStart | .//w:bookmarkEnd'):
        node.getparent().remove(node)
    for node in find(body, './w:p'):
        style = find(node, './w:pPr/w:pStyle/@w:val')
        if style == ['Help']:
            body.remove(node)
        elif text_of(node).startswith('Question '):
            for part in find(node, './w:r')[:2]:
                node.remove(part)
    for table in find(body, './w:tbl'):
        _delete_codes(table)


def _delete_codes(table):
    for row in find(table, './w:tr'):
        cells = find(row, './w:tc')
        if len(cells) > 1:
            row.remove(cells[0])
        elif ' · ' in text_of(cells[0]):
            label = find(cells[0], './/w:t')[0]
            label.text = label.text.split(' · ')[1]
    if len(find(table, './w:tblGrid/w:gridCol')) > 1:
        column = find(table, './w:tblGrid/w:gridCol')[0]
        column.getparent().remove(column)
