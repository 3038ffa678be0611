"""Makes the returned files of this folder and the expected result beside each.

    python3 lib/intake/corpus/filled-by-others/make/make.py FORMS

FORMS is a folder with two forms as the site gives them: blank-form.docx (/en/calls/2020/questions.docx) and
draft-form.docx (.../contribute/form.docx of a draft with the affiliation "Exampleland Network Operators Group", signed as
the organisation, in which updates of MANRS and of the Paris Call were begun, in this order, and nothing else was typed).

Needs LibreOffice with its Python (Debian: libreoffice-writer, python3-uno, python3-lxml) and no network. What a person
does in Word, the script does to the file's XML as Word would; what a person does in LibreOffice, LibreOffice does.

The expected result of a file: `answers` is what the person means, in the form's own words. `question` is the code that
the form shows; for a row that the person added it is the code that would come next. `row` is what the form says beside
the code, or the point of an update. `agreement` is the agreement that a proposal is about. `field` is the column
("value" where there is one only). A line end in `meant` is the end of a paragraph; "" means that the person says that
there is no answer. Where several answers are on one question and field of a table's row, each is an entry of its own.
`also` lists places where a reader may put the answer instead without being wrong. `unclear` are texts that a careful
human could not place either: a reader should show them, not decide. `notAnswers` are texts that a reader must not take
for an answer. A field that is not named was left empty.
"""

import pathlib
import sys
import tempfile

import people_beside
import people_beyond
import people_colleagues
import people_in_place
import people_proposing
from office import OPEN_DOCUMENT, WORD, Office

FOLDER = pathlib.Path(__file__).resolve().parent.parent

TYPISTS = [
    people_in_place.ministry,
    people_in_place.small_ngo,
    people_beside.red_answers,
    people_beside.marks,
    people_in_place.arab_regulator,
    people_in_place.chinese_institute,
    people_colleagues.tracked,
    people_beside.no_codes,
    people_proposing.proposals,
    people_colleagues.short_words,
]


def main(forms):
    people = [make(forms) for make in TYPISTS]
    for person in people:
        person.form.save(FOLDER / person.file)
    mail = people_beyond.mail(forms)
    (FOLDER / mail.file).write_bytes(mail.content)
    with tempfile.TemporaryDirectory() as name, Office() as office:
        people += [mail, *in_libreoffice(forms, pathlib.Path(name), office)]
    for person in people:
        person.save_answers(FOLDER)


def in_libreoffice(forms, folder, office):
    """The people who work in LibreOffice: their files go through it."""
    french = people_in_place.french_association(forms)
    typed, open_document = folder / 'typed.docx', folder / 'typed.odt'
    french.form.save(typed)
    office.convert(typed, FOLDER / french.file, OPEN_DOCUMENT)
    exchange = people_in_place.round_trip(forms)
    exchange.form.save(typed)
    office.convert(typed, open_document, OPEN_DOCUMENT)
    office.convert(open_document, FOLDER / exchange.file, WORD)
    network = people_proposing.rows(forms)
    network.form.save(typed)
    office.convert(typed, FOLDER / network.file, WORD)
    consultant = people_beyond.consultant(forms)
    consultant.form.save(typed)
    picture = folder / 'chart.png'
    picture.write_bytes(people_beyond.picture())
    document = office.open(typed)
    office.paste(document, picture=picture, **consultant.pasted)
    office.save(document, FOLDER / consultant.file, WORD)
    return [french, exchange, network, consultant]


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]).resolve())
