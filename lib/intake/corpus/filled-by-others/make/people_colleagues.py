"""Two people in a hurry: one sends the changes of a colleague along, one writes words that stand for others."""

from lxml import etree

from person import Person
from word import WordFile, find, paragraph, run, w

WORD = 'Written in Word; the changes that Word makes are made by the script.'


class Review:
    """Tracked changes and comments in a Word file."""

    def __init__(self, form):
        self.form, self.number = form, 9000
        self.comments = etree.fromstring(form.parts['word/comments.xml'])

    def mark(self, name, author):
        self.number += 1
        node = etree.Element(w(name))
        for key, value in (('id', str(self.number)), ('author', author), ('date', '2020-10-09T10:15:00Z')):
            node.set(w(key), value)
        return node

    def edited(self, code, parts, author):
        """Types parts into a field: a text that stays, one that was inserted, one that was deleted. Returns the result."""
        control = self.form.control(code, 'value')
        for hint in find(control, './w:sdtPr/w:showingPlcHdr'):
            hint.getparent().remove(hint)
        content = find(control, './w:sdtContent')[0]
        place = find(content, './w:p')[0] if find(content, './w:p') else content
        for node in find(place, './w:r'):
            place.remove(node)
        for kind, text in parts:
            part = run(text)
            if kind == 'stays':
                place.append(part)
                continue
            change = self.mark(kind, author)
            for node in find(part, './w:t') if kind == 'del' else []:
                node.tag = w('delText')
            change.append(part)
            place.append(change)
        return ''.join(text for kind, text in parts if kind != 'del')

    def comment(self, node, author, text):
        """A comment on a paragraph."""
        mark = self.mark('comment', author)
        mark.append(paragraph(text))
        self.comments.append(mark)
        number = mark.get(w('id'))
        start, end, reference = (etree.Element(w(name)) for name in ('commentRangeStart', 'commentRangeEnd', 'r'))
        etree.SubElement(reference, w('commentReference')).set(w('id'), number)
        start.set(w('id'), number)
        end.set(w('id'), number)
        first = 1 if len(node) and node[0].tag == w('pPr') else 0
        node.insert(first, start)
        node.extend([end, reference])
        self.form.parts['word/comments.xml'] = etree.tostring(
            self.comments, xml_declaration=True, encoding='UTF-8', standalone=True
        )


def tracked(forms):
    """A company whose lawyer has corrected the answers with tracked changes that nobody has accepted."""
    who = 'A policy officer who sends the file with the tracked changes and comments of a colleague'
    form = WordFile(forms / 'blank-form.docx')
    person, review, lawyer = Person('10-company-with-tracked-changes.docx', who, WORD, form), Review(form), 'Legal adviser'
    person.sign('Q1 / A05')
    person.sign('Q1 / A06', 'by the parent company')
    review.comment(find(form.row('Q1 / A06'), './w:tc[4]/w:p')[0], lawyer, 'Is this still so after the sale?')
    person.write('Q2 / P1.1', 'Product security incident response team')
    result = review.edited('Q2 / P1.2', [
        ('stays', 'The team answers reports of vulnerabilities within '), ('del', '24 hours'), ('ins', 'two working days'),
        ('stays', '. '), ('del', 'We have never missed the deadline. '), ('stays', 'It publishes an advisory for each.'),
    ], lawyer)
    person.mean('Q2 / P1.2', 'value', result, row=form.label('Q2 / P1.2'))
    person.write('Q2 / P1.4', 'A05, A06')
    person.write('Q2 / P1.5', 'C2.11, C1.03')
    result = review.edited('Q4', [
        ('stays', 'Liability for security faults in components '), ('ins', 'supplied free of charge '),
        ('stays', 'is addressed by no agreement.'),
    ], lawyer)
    person.mean('Q4', 'value', result)
    review.comment(form.starting_with('Liability for'), 'Head of communications', 'Please add a sentence on standards here.')
    review.edited('Q5', [('del', 'The last report misquotes us on page 12.')], lawyer)
    person.remark('The last report misquotes us on page 12.', 'Deleted by the colleague (tracked): question 5 is empty.')
    for text in ('Is this still so after the sale?', 'Please add a sentence on standards here.'):
        person.remark(text, 'A comment in the margin, not an answer.')
    person.doubt('24 hours / two working days', 'The changes were never accepted; the answers here take them as accepted.')
    person.about(affiliation='Fabrikat Controls (example)', sign='As the organisation', country='Austria',
                 group='Private sector')
    person.consent()
    return person


def short_words(forms):
    """A busy person who writes "n/a", "see above" and "idem" wherever something was said before."""
    who = 'A busy official of an intergovernmental organisation who writes "n/a", "see above", "idem" and "-"'
    form = WordFile(forms / 'blank-form.docx')
    person = Person('15-busy-official-see-above.docx', who, WORD, form)

    def stands_for(code, typed, meant, field='value', **more):
        form.write(code, field, typed)
        also = [{'question': code, 'field': field, 'meant': typed}]
        person.mean(code, field, meant, row=form.label(code), also=also, **more)

    person.sign('Q1 / A01', 'we are the depositary')
    person.sign('Q1 / A16')
    stands_for('Q1 / A16', 'idem', 'we are the depositary', 'note')
    form.write('Q1 / A13', 'note', 'n/a')
    person.remark('n/a', 'Note on the EU Cybersecurity Act, not ticked: no answer.')
    stands_for('Q1 / T', 'n/a', '')
    person.project(1, 'Model law workshops', 'Drafting help for 11 member states.', 'https://union.example.org/workshops',
                   'A01', 'C1.07')
    person.write('Q2 / P2.1', 'Training of judges')
    stands_for('Q2 / P2.2', 'see above', 'Drafting help for 11 member states.')
    person.answers.pop()
    person.doubt('see above', 'Description of project 2: whether it is the same text as in project 1, or only alike.')
    stands_for('Q2 / P2.3', 'same', 'https://union.example.org/workshops')
    stands_for('Q2 / P2.4', 'idem', 'A01')
    stands_for('Q2 / P2.5', '-', '')
    stands_for('Q2 / T', 'none', '')
    stands_for('Q3 / T', 'No comments.', '')
    form.write('Q4', 'value', 'See our answer to Q5.')
    form.write('Q5', 'value', 'Data retention by registrars. (This is also our answer to Q4.)')
    person.mean('Q4', 'value', 'Data retention by registrars.',
                also=[{'question': 'Q4', 'field': 'value', 'meant': 'See our answer to Q5.'}])
    person.mean('Q5', 'value', 'Data retention by registrars. (This is also our answer to Q4.)')
    person.about(affiliation='Regional union secretariat', group='Intergovernmental organisation')
    stands_for('Y/2', 'n.a.', '')
    stands_for('Y/6', 'as in our mail', '')
    person.answers.pop()
    person.doubt('as in our mail', 'An e-mail address is meant that is not in this file.')
    person.consent()
    return person
