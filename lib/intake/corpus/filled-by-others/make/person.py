"""One person, the file they send, and what they mean: the expected result is written down while the file is filled."""

import json


class Person:
    """`form` is the WordFile that the person types into; None for a person who uses none."""

    def __init__(self, file, who, how, form=None):
        self.file, self.who, self.how, self.form = file, who, how, form
        self.answers, self.unclear, self.remarks = [], [], []

    def mean(self, question, field, meant, *, agreement=None, row=None, also=None):
        """An answer that the person means. `also`: other places where a reader may put it without being wrong."""
        answer = {'question': question, 'agreement': agreement, 'row': row, 'field': field, 'meant': meant, 'also': also}
        self.answers.append({key: value for key, value in answer.items() if value is not None})

    def doubt(self, text, why):
        """A text in the file that a careful human could not place, and why."""
        self.unclear.append({'text': text, 'why': why})

    def remark(self, text, why):
        """A text in the file that is no answer at all, and why a reader must not take it for one."""
        self.remarks.append({'text': text, 'why': why})

    def write(self, code, text, field='value', **more):
        self.form.write(code, field, text)
        self.mean(code, field, text, **{'row': self.form.label(code), **more})

    def choose(self, code, choice, field='value', **more):
        self.form.choose(code, field, choice)
        self.mean(code, field, choice, **{'row': self.form.label(code), **more})

    def sign(self, code, note=None):
        """Ticks an agreement of question 1, with a note or without one."""
        self.form.tick(code)
        self.mean(code, 'signed', 'yes', row=self.form.label(code))
        if note:
            self.write(code, note, 'note')

    def project(self, number, title, description, link, agreements, criteria):
        """Fills the table of a project. What is None stays empty."""
        for fact, text in enumerate([title, description, link, agreements, criteria], 1):
            if text is not None:
                self.write('Q2 / P%d.%d' % (number, fact), text)

    def update(self, number, agreement, changes, contact=None):
        """Proposes changes of an agreement: rows of point, value, note and source. What is None stays empty."""
        self.choose('Q3 / U%d' % number, agreement)
        if contact:
            self.write('Q3 / U%d.C' % number, contact, agreement=agreement)
        for position, (point, *texts) in enumerate(changes, 1):
            code = 'Q3 / U%d.%d' % (number, position)
            self.form.choose(code, 'point', point)
            for field, text in zip(('value', 'note', 'source'), texts):
                if text is not None:
                    self.write(code, text, field, agreement=agreement, row=point)

    def about(self, affiliation=None, name=None, sign=None, country=None, group=None, email=None, language=None):
        """Fills "About you". What is None stays empty."""
        if affiliation:
            self.write('Y/1', affiliation)
        if name:
            self.write('Y/2', name)
        if sign:
            self.choose('Y/3', sign)
        if country:
            self.choose('Y/4', country)
        if group:
            self.choose('Y/5', group)
        if email:
            self.write('Y/6', email)
        if language:
            self.choose('Y/7', language)

    def publish(self, code):
        """Ticks that affiliation (Y/1) or country (Y/4) is published."""
        self.form.tick(code, 'published')
        self.mean(code, 'published', 'yes', row=self.form.label(code))

    def consent(self):
        self.form.tick('Z/1', 'value')
        self.mean('Z/1', 'value', 'yes')

    def save_answers(self, folder):
        result = {
            'file': self.file,
            'person': self.who,
            'made': self.how,
            'answers': self.answers,
            'unclear': self.unclear,
            'notAnswers': self.remarks,
        }
        path = folder / (self.file.rsplit('.', 1)[0] + '.json')
        path.write_text(json.dumps(result, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
