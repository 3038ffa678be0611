"""Two people who propose: one beside the values of today, one with rows added, moved and deleted."""

import copy

from person import Person
from word import WordFile, find, paragraph, run, text_of, w

MANRS = 'Mutually Agreed Norms for Routing Security (MANRS)'
PARIS = 'Paris Call for Trust and Security in Cyberspace'


def proposals(forms):
    """A network operators' group with a draft's own form, in which each point stands beside its value of today."""
    who = 'A group of network operators that updates MANRS and the Paris Call, with sources, in the form of its own draft'
    how = "A draft's own form (two updates begun on the site), typed into in Word; the changes are made by the script."
    person = Person('13-operators-propose-updates.docx', who, how, WordFile(forms / 'draft-form.docx'))
    person.sign('Q1 / A10')
    person.sign('Q1 / A03')

    def point(code, agreement, value=None, note=None, source=None):
        row = person.form.label('Q3 / ' + code)
        for field, text in (('value', value), ('note', note), ('source', source)):
            if text is not None:
                enter = person.choose if _is_list(person.form.control('Q3 / ' + code, field)) else person.write
                enter('Q3 / ' + code, text, field, agreement=agreement, row=row)

    home = 'MANRS, “About”, https://manrs.org/about/, read on 12 October 2020'
    point('P1.F01', MANRS, None, 'The name has “Mutually”; “Mutual” in the paper is a slip.', home)
    point('P1.F10', MANRS, 'Network operators, internet exchange points, CDN and cloud providers.',
          'Two programmes were added after the paper: for exchange points in 2018, for CDN and cloud providers in 2020.',
          home + '\nOur own membership file')
    point('P1.F12.R1.1', MANRS, 'Members', 'Operators only; exchange points are counted apart.',
          'MANRS, list of participants, https://manrs.org/netops/participants/')
    point('P1.F12.R1.2', MANRS, 'About')
    point('P1.F12.R1.3', MANRS, '500')
    point('P1.F12.R1.4', MANRS, 'networks')
    point('P1.F12.R1.5', MANRS, '2020-10')
    point('P1.C2.08', MANRS, 'Indirect', 'Action 3, coordination: contact data must be kept up to date. '
          'There is nothing on prosecution.', 'MANRS, Network Operators Actions, action 3')
    point('P1.C1.07', MANRS, 'Yes', 'Tutorials and an online course.', 'https://manrs.org/resources/tutorials/')
    point('P1.C', MANRS, 'Ask for the MANRS secretariat: secretariat@manrs.example.org')
    point('P2.F11.1', PARIS, '1,100', 'States, companies, and civil society together.', 'https://pariscall.international/en/supporters')
    point('P2.F11.2', PARIS, 'supporters')
    point('P2.F11.3', PARIS, 'October 2020')
    person.answers[-1]['also'] = [{'question': 'Q3 / P2.F11.3', 'field': 'value', 'meant': '2020-10'}]
    point('P2.F13', PARIS, 'Ministry for Europe and Foreign Affairs, France', None, 'Site of the call, legal notice')
    point('P2.F15', PARIS, 'https://pariscall.international/en/call')
    point('P2.F21', PARIS, '– A commitment to protect the public core of the internet.\n– Steps against hacking back.\n'
          '– A principle on the theft of intellectual property by means of ICT.', 'Please add the third line; the others stay.')
    point('P2.C2.11', PARIS, 'Yes', 'Principle 6 asks for the security of products through their whole life; the working '
          'group of 2020 reads this as including disclosure. We hesitated between yes and indirect.', 'Paris Call, principle 6')
    person.write('Q3 / T', 'All links were read in October 2020.')
    for code, choice in (('Y/1', 'Exampleland Network Operators Group'), ('Y/3', 'As the organisation')):
        person.mean(code, 'value', choice, row=person.form.label(code))
    person.choose('Y/5', 'Technical community')
    person.consent()
    return person


def _is_list(control):
    return bool(find(control, './w:sdtPr/w:dropDownList | ./w:sdtPr/w:comboBox'))


def rows(forms):
    """A regional network that works on the tables: rows deleted, moved and added, a table copied."""
    who = 'A regional network that deletes rows, changes their order, adds rows and copies a table for a third project'
    how = 'Edited as in LibreOffice, opened there and saved as .docx (as-docx).'
    form = WordFile(forms / 'blank-form.docx')
    person = Person('12-regional-network-changes-rows.docx', who, how, form)
    person.sign('Q1 / A12', 'as an observer of the committee')
    person.sign('Q1 / A20')
    person.sign('Q1 / A10', 'ten of our members')
    _keep_signed(form, ['Q1 / A10', 'Q1 / A04', 'Q1 / A12'], ['Q1 / A20'])
    for place, (name, note) in enumerate(
        [('Charter of CSIRTs of the region', 'since 2012'), ('FIRST code of ethics', 'endorsed'),
         ('Lima statement on incident data', 'draft'), ('Traffic Light Protocol', 'used, nothing to sign')], 1):
        person.write('Q1 / O%d' % place, name, 'agreement')
        person.write('Q1 / O%d' % place, note, 'note')
    last = form.row('Q1 / O4')
    for code, name, note in (('', 'Agreement with the bank supervisors', 'signed 2018'), ('Q1 / O6', 'NREN security pact', '')):
        last = _new_row(last, [code, name, note])
        question = code or 'Q1 / O5'
        person.mean(question, 'agreement', name)
        if note:
            person.mean(question, 'note', note)
    person.project(1, 'Regional exercise', 'Yearly, 14 teams.\nThe last one was on ransomware in hospitals.',
                   'https://csirts.example.org/exercise', 'A12, A10', 'C1.08')
    person.project(2, 'Mentors for new teams', 'Six teams were founded with a mentor.', None, None, 'C1.07')
    _third_project(person)
    for position, (point, value, note, source) in enumerate([
        ('Link to the text', 'https://www.oas.example.org/strategy', None, None),
        ('Stakeholders', 'Member states; CSIRTs take part through a network.', None, 'Resolution, annex A'),
        ('Status: Status', 'In force', None, None),
        ('Summary', 'A strategy of the member states with a network of response teams at its centre.', 'Our wording.', None),
    ], 1):
        code = 'Q3 / U1.%d' % position
        form.choose(code, 'point', point)
        for field, text in (('value', value), ('note', note), ('source', source)):
            if text:
                person.write(code, text, field, row=point)
    oas = 'Adoption of a comprehensive Inter-American strategy to combat threats to cybersecurity: A multidimensional and ' \
        'multidisciplinary approach to creating a culture of cybersecurity'
    person.choose('Q3 / U1', oas)
    _new_row(form.row('Q3 / U1.4'), ['', 'Reference to capacity building', 'Yes', 'Section on training. Source: annex A, part II'])
    person.mean('Q3 / U1.5', 'value', 'Yes', row='Reference to capacity building')
    person.mean('Q3 / U1.5', 'note', 'Section on training.', row='Reference to capacity building')
    person.mean('Q3 / U1.5', 'source', 'annex A, part II', row='Reference to capacity building')
    for answer in person.answers:
        if answer['question'].startswith('Q3 / U1.'):
            answer['agreement'] = oas
    second, third = form.row('Q3 / U1.2'), form.row('Q3 / U1.3')
    second.addprevious(third)
    _new_agreement(person)
    person.write('Q5', 'We deleted the rows that do not concern us. We hope this is fine.')
    person.about(affiliation='Network of CSIRTs', sign='As the organisation', group='Technical community')
    person.publish('Y/1')
    person.consent()
    return person


def _keep_signed(form, codes, other_codes):
    """Deletes the rows of question 1 without an answer, and puts the rest in another order."""
    table = form.row(codes[0]).getparent()
    kept = [form.row(code) for code in codes]
    for row in find(table, './w:tr')[1:]:
        table.remove(row)
    table.extend(kept)
    table = form.row(other_codes[0]).getparent()
    for row in find(table, './w:tr')[1:]:
        if row not in [form.row(code) for code in other_codes]:
            table.remove(row)


def _new_row(last, texts):
    """Inserts a row below another: it looks the same, its cells are empty, and there is no field in it."""
    row = copy.deepcopy(last)
    for cell, text in zip(find(row, './w:tc'), texts):
        for node in list(cell):
            if node.tag != w('tcPr'):
                cell.remove(node)
        cell.append(paragraph(text, style='Answer'))
    last.addnext(row)
    return row


def _third_project(person):
    """Copies heading and table of project 2, types the new number into heading and codes, and types over the answers."""
    table = person.form.row('Q2 / P2.1').getparent()
    heading = next(node for node in table.itersiblings(preceding=True) if text_of(node) == 'Project 2')
    copied = [copy.deepcopy(heading), paragraph(''), copy.deepcopy(table)]
    for node in find(copied[2], './/w:bookmarkStart | .//w:bookmarkEnd'):
        node.getparent().remove(node)
    find(copied[0], './/w:t')[0].text = 'Project 3'
    texts = ['Glossary in four languages', 'Words of incident response in Spanish, Portuguese, English and French.',
             'https://csirts.example.org/glossary', 'A20', '']
    for place, (row, text) in enumerate(zip(find(copied[2], './w:tr')[1:], texts), 1):
        cells = find(row, './w:tc')
        find(cells[0], './/w:t')[0].text = 'Q2 / P3.%d' % place
        content = find(cells[2], './/w:sdtContent')[0]
        for node in list(content):
            content.remove(node)
        content.append(run(text) if find(cells[2], './w:p/w:sdt') else paragraph(text, style='Answer'))
        if text:
            person.mean('Q2 / P3.%d' % place, 'value', text, row=person.form.label('Q2 / P2.%d' % place))
    table.addnext(copied[1])
    copied[1].addnext(copied[0])
    copied[0].addnext(copied[2])
    copied[2].addnext(paragraph(''))


def _new_agreement(person):
    """Keeps four facts of the new agreement and two norms, the norms in another order."""
    form, name = person.form, 'Charter of CSIRTs of the region'
    texts = {'F01': name, 'F05': '2012-05-09', 'F10': 'National and sectoral CSIRTs', 'F13': 'Network of CSIRTs'}
    for code, text in texts.items():
        person.write('Q3 / N1.' + code, text, agreement=name)
    person.write('Q3 / N1.F10', '17 teams, none of the military', 'note', agreement=name)
    for code, choice, source in (('C2.04', 'Yes', 'article 2'), ('C2.08', 'Indirect', 'article 5')):
        person.choose('Q3 / N1.' + code, choice, agreement=name)
        person.write('Q3 / N1.' + code, source, 'source', agreement=name)
    for table_of, kept in (('F01', list(texts)), ('C2.04', ['C2.08', 'C2.04'])):
        table = form.row('Q3 / N1.' + table_of).getparent()
        chosen = [form.row('Q3 / N1.' + code) for code in kept]
        for row in find(table, './w:tr')[1:]:
            table.remove(row)
        table.extend(chosen)
    table = form.row('Q3 / N1.C1.01').getparent()
    heading = form.starting_with('What the new agreement includes: Agreement elements')
    advice = heading.getnext()
    advice.getparent().remove(advice)
    table.getparent().remove(table)
    heading.getparent().remove(heading)
