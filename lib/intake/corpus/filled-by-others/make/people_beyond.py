"""Two people who send more or less than the form: a pasted table and a picture, and a mail instead of a file."""

import email.message
import email.policy
import struct
import zlib

from person import Person
from word import WordFile


def consultant(forms):
    """A consultant who pastes a table and a picture below the answer to question 5."""
    who = 'A consultant who pastes a table and a picture into the answer'
    how = 'The Word form filled; table and picture inserted in LibreOffice through UNO; saved there as .docx.'
    person = Person('14-consultant-table-and-picture.docx', who, how, WordFile(forms / 'blank-form.docx'))
    person.sign('Q1 / A19', 'one of our clients took part')
    person.write('Q4', 'Incident figures that can be compared. See the table and the chart in our answer to question 5.')
    text = 'We counted the reports that our clients received.'
    person.form.write('Q5', 'value', text)
    person.pasted = {
        'title': 'Q5 · Your answer',
        'before': 'Reports by year:',
        'rows': [['Year', 'Reports', 'Solved in 90 days'], ['2018', '112', '61 %'], ['2019', '158', '74 %']],
        'after': 'The chart shows the four quarters of 2019.',
    }
    table = '\n'.join(' | '.join(row) for row in person.pasted['rows'])
    parts = [text, person.pasted['before'], table, person.pasted['after']]
    person.mean('Q5', 'value', '\n'.join(parts))
    person.remark('a picture', 'The chart in question 5: the words around it stay; the picture itself belongs among the files.')
    person.about(affiliation='Contoso Advice (example)', sign='As the organisation', country='Belgium',
                 group='Private sector', email='contact@advice.example.org')
    person.publish('Y/1')
    person.consent()
    return person


def picture():
    """A small bar chart as a PNG file."""
    width, height, bars = 160, 80, [20, 34, 47, 66]
    lines = []
    for y in range(height):
        line = b'\x00'
        for x in range(width):
            bar, inside = divmod(x, 40)
            line += b'\x2f\x6f\x9f' if inside >= 10 and height - y <= bars[bar] else b'\xff\xff\xff'
        lines.append(line)

    def chunk(kind, data):
        body = kind + data
        return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))

    header = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(b''.join(lines), 9)) + chunk(b'IEND', b'')


MAIL = """\
Dear colleagues of the forum,

I could not get the form past our mail filter, so here are our answers in the mail. I have copied your questions.

Which agreements for better cybersecurity has your organisation signed?

Paris Call for Trust and Security in Cyberspace (since November 2018), Cybersecurity Tech Accord.
Also the "Contract for the Web".

Which projects or programmes have you carried out in support of the
norms agreements that your organisation has joined?

1) Name: Bug bounty for public interest software
   We paid 140 rewards to people who reported faults in 23 programs.
   https://foundation.example.org/bounty
   It supports the Paris Call (responsible reporting of vulnerabilities).

2) Name: Keys for journalists
   6,000 hardware keys were given away.

> 3. Do you know of other cybersecurity agreements that describe specific norms, or of something to
> correct in those that the forum covers?

Yes, one correction to the Paris Call: the number of supporters is now more than 1,000
(source: https://pariscall.international/en/supporters, October 2020).

4. Which cybersecurity issues does no agreement address that, in your view, one should?

Spyware sold to governments.

The export of the training that goes with it.

Question 5 - nothing from our side, thank you.

About us: Foundation for Open Networks, civil society, Netherlands. Please sign it as the organisation. You may
publish our name and country. We agree to publication under CC BY 4.0.

Kind regards,
Programme manager
Foundation for Open Networks
+00 000 000 000 (office)

On 12 October 2020, the forum wrote:
> We look forward to your contribution. Please use the form.
"""


def mail(_forms):
    """A foundation that answers in a mail and copies the questions into it. Returns the person, with the mail in it."""
    who = 'A foundation that writes its answers into a mail, with the questions copied into it'
    how = 'A mail with a text part and an HTML part, written by the script.'
    person = Person('09-foundation-by-mail.eml', who, how)
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message['From'] = 'Programme manager <programmes@foundation.example.org>'
    message['To'] = 'Editors of the forum <editors@forum.example.org>'
    message['Date'] = 'Tue, 13 Oct 2020 16:42:10 +0200'
    message['Subject'] = 'Re: Call for contributions 2020'
    message['Message-ID'] = '<20201013164210.0001@foundation.example.org>'
    message.set_content(MAIL, cte='quoted-printable')
    paragraphs = ''.join('<p>%s</p>\n' % _html(part) for part in MAIL.strip().split('\n\n'))
    message.add_alternative('<html><body>\n%s</body></html>\n' % paragraphs, subtype='html', cte='quoted-printable')
    message.set_boundary('----=_part_of_the_mail')
    person.content = bytes(message)
    paris = 'Paris Call for Trust and Security in Cyberspace'
    person.mean('Q1 / A03', 'signed', 'yes', row=paris)
    person.mean('Q1 / A03', 'note', 'since November 2018', row=paris)
    person.mean('Q1 / A05', 'signed', 'yes', row='Cybersecurity Tech Accord')
    person.mean('Q1 / O1', 'agreement', 'Contract for the Web')
    for code, meant, row in (
        ('Q2 / P1.1', 'Bug bounty for public interest software', 'Name of the project or programme'),
        ('Q2 / P1.2', 'We paid 140 rewards to people who reported faults in 23 programs.', 'What you do and what it has achieved'),
        ('Q2 / P1.3', 'https://foundation.example.org/bounty', 'Web address'),
        ('Q2 / P1.4', paris, 'Agreements it supports'),
        ('Q2 / P1.5', 'Responsible reporting of vulnerabilities', 'Norms and elements it supports'),
        ('Q2 / P2.1', 'Keys for journalists', 'Name of the project or programme'),
        ('Q2 / P2.2', '6,000 hardware keys were given away.', 'What you do and what it has achieved'),
    ):
        person.mean(code, 'value', meant, row=row)
    correction = 'Yes, one correction to the Paris Call: the number of supporters is now more than 1,000\n' \
        '(source: https://pariscall.international/en/supporters, October 2020).'
    also = [{'question': 'Q3 / T', 'field': 'value', 'meant': correction}]
    point = {'agreement': paris, 'row': 'Signatories: Number of signatories'}
    person.mean('Q3 / U1', 'value', paris, row='Agreement', also=also)
    person.mean('Q3 / U1.1', 'value', 'more than 1,000', also=also, **point)
    person.mean('Q3 / U1.1', 'source', 'https://pariscall.international/en/supporters, October 2020', also=also, **point)
    person.doubt('more than 1,000', 'No exact number: the point may also be "Counts over time" (at least 1,000).')
    person.mean('Q4', 'value', 'Spyware sold to governments.\n\nThe export of the training that goes with it.')
    person.mean('Q5', 'value', '')
    person.mean('Y/1', 'value', 'Foundation for Open Networks', row='Affiliation')
    person.mean('Y/1', 'published', 'yes', row='Affiliation')
    person.mean('Y/3', 'value', 'As the organisation', row='How should your contribution be signed in public?')
    person.mean('Y/4', 'value', 'Netherlands', row='Country')
    person.mean('Y/4', 'published', 'yes', row='Country')
    person.mean('Y/5', 'value', 'Civil society', row='Stakeholder group')
    person.mean('Z/1', 'value', 'yes')
    person.doubt('programmes@foundation.example.org', 'The sender\'s address: likely the contact (Y/6), but nobody said so.')
    person.remark('Programme manager', 'A signature: who wrote, and not a name to be published.')
    person.remark('nothing from our side, thank you.', 'Says that question 5 has no answer.')
    person.remark('We look forward to your contribution. Please use the form.', 'Quoted from the forum\'s own mail.')
    return person


def _html(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('\n', '<br>\n')
