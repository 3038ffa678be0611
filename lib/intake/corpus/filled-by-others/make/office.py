"""LibreOffice: converts files, and works in an open document through UNO as a person does with the mouse."""

import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER

WORD = 'MS Word 2007 XML'
OPEN_DOCUMENT = 'writer8'


class Office:
    """A LibreOffice of its own, ended at the end of the `with`."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        pipe = 'filled-by-others-' + pathlib.Path(self.folder.name).name
        profile = pathlib.Path(self.folder.name, 'profile').as_uri()
        self.program = subprocess.Popen(
            ['soffice', '-env:UserInstallation=' + profile, '--headless', '--norestore', '--accept=pipe,name=%s;urp;' % pipe]
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        for attempt in range(240):
            try:
                self.context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
                break
            except Exception:
                if attempt == 239 or self.program.poll() not in (None, 81):
                    raise
                time.sleep(0.5)
        self.desktop = self.create('com.sun.star.frame.Desktop')
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.program.wait(60)
        self.folder.cleanup()

    def create(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, path):
        return self.desktop.loadComponentFromURL(path.as_uri(), '_blank', 0, _values(Hidden=True))

    def save(self, document, path, format_name):
        document.storeToURL(path.as_uri(), _values(FilterName=format_name))
        document.close(True)

    def convert(self, source, target, format_name):
        self.save(self.open(source), target, format_name)

    def paste(self, document, title, before, rows, picture, after):
        """Adds to the answer below a title: a line, a table, a picture (a PNG file, 4 cm by 2 cm), and a last line."""
        text = _answer_below(document, title)
        cursor = text.createTextCursorByRange(text.getEnd())
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, before, False)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        table = document.createInstance('com.sun.star.text.TextTable')
        table.initialize(len(rows), len(rows[0]))
        text.insertTextContent(cursor, table, False)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                table.getCellByPosition(column, number).setString(value)
        end = text.createTextCursorByRange(text.getEnd())
        graphic = document.createInstance('com.sun.star.text.TextGraphicObject')
        graphic.Graphic = self.create('com.sun.star.graphic.GraphicProvider').queryGraphic(_values(URL=picture.as_uri()))
        graphic.AnchorType = AS_CHARACTER
        graphic.Width, graphic.Height = 4000, 2000
        text.insertTextContent(end, graphic, False)
        text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
        text.insertString(end, after, False)


def _answer_below(document, title):
    """The cell below the heading of a long answer, such as "Q5 · Your answer"."""
    tables = document.getTextTables()
    for number in range(tables.getCount()):
        table = tables.getByIndex(number)
        if table.getCellByName('A1').getString() == title:
            return table.getCellByName('A2')
    raise KeyError(title)


def _values(**values):
    result = []
    for name, value in values.items():
        item = PropertyValue()
        item.Name, item.Value = name, value
        result.append(item)
    return tuple(result)
