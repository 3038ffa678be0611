"""Edits a document in LibreOffice as a person does. Called by forms-of-libreoffice.ts with a Python that knows UNO:

    python3 edit-in-libreoffice.py PIPE, the steps as JSON on standard input
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILTERS = {"odt": "writer8", "docx": "MS Word 2007 XML"}


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer.")


def option(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def row_of(document, code):
    for table in document.TextTables:
        for at in range(table.Rows.Count):
            if table.getCellByName(f"A{at + 1}").String.strip() == code:
                return table, at
    raise SystemExit(f"There is no row {code}.")


def room_of(document, code):
    for table in document.TextTables:
        if table.getCellByName("A1").String.startswith(f"{code} · "):
            return table
    raise SystemExit(f"There is no room {code}.")


def cell_at(document, step):
    if "column" not in step:
        return room_of(document, step["code"]).getCellByName("A2")
    table, at = row_of(document, step["code"])
    return table.getCellByName(f"{step['column']}{at + 1}")


def type_over(document, step):
    """The whole cell is selected and typed over."""
    cell_at(document, step).String = step["text"]


def type_after(document, step):
    """The cursor is set to the end of the cell, behind what is there."""
    cell = cell_at(document, step)
    cursor = cell.createTextCursor()
    cursor.gotoEnd(False)
    cell.insertString(cursor, step["text"], False)


def delete_row(document, step):
    table, at = row_of(document, step["code"])
    table.Rows.removeByIndex(at, 1)


def replace_all(document, step):
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = step["from"], step["to"]
    document.replaceAll(search)


def record_changes(document, _step):
    document.RecordChanges = True


STEPS = {
    "typeOver": type_over,
    "typeAfter": type_after,
    "deleteRow": delete_row,
    "replaceAll": replace_all,
    "recordChanges": record_changes,
}


def main():
    order = json.load(sys.stdin)
    office = desktop(sys.argv[1])
    document = office.loadComponentFromURL(f"file://{order['open']}", "_blank", 0, (option("Hidden", True),))
    for step in order["steps"]:
        STEPS[step["do"]](document, step)
    kind = order["save"].rsplit(".", 1)[1]
    document.storeToURL(f"file://{order['save']}", (option("FilterName", FILTERS[kind]),))
    document.close(True)
    office.terminate()


main()
