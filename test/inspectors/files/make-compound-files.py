#!/usr/bin/env python3
"""Makes the files in compound/ with LibreOffice (calc, writer, impress and python3-uno must be installed):

    python3 test/inspectors/files/make-compound-files.py

The people are invented, the numbers are reserved for tests (NHS 999…, Ofcom's drama numbers).

LibreOffice does not write agile encryption. register-excel-password-agile.xlsx and register-password-agile.xlsx are
register.xls saved as .xlsx and enciphered with officecrypto-tool 0.0.19 (npm):
encrypt(bytes, {password: "VelvetSweatshop"}) and encrypt(bytes, {password: "acorns-and-oaks"}).
"""
import os
import subprocess
import tempfile
import time

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import NamedValue, PropertyValue

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "compound")
EXCEL_PASSWORD = "VelvetSweatshop"
# Excel before 2007 takes no more than 15 characters.
OWN_PASSWORD = "acorns-and-oaks"


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connect():
    profile = tempfile.mkdtemp()
    office = subprocess.Popen([
        "soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
        "--accept=pipe,name=heed-fixtures;urp;",
    ])
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve("uno:pipe,name=heed-fixtures;urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer.")


def save(document, name, filter_name, password=None):
    values = {"FilterName": filter_name, "Overwrite": True}
    if password is not None and filter_name.endswith("XML"):
        pairs = tuple(NamedValue(key, value) for key, value in (("OOXPassword", password), ("CryptoType", "Standard")))
        values["EncryptionData"] = uno.Any("[]com.sun.star.beans.NamedValue", pairs)
    elif password is not None:
        values["Password"] = password
    document.storeToURL("file://" + os.path.join(HERE, name), properties(**values))


def make_register(desktop):
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))
    document.DocumentProperties.Author = "Ada Author"
    document.DocumentProperties.Title = "Class register"
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Year 7"
    rows = [("Name", "NHS number", "Born", "Secret"), ("Ann Sample", 9990000018, 40299, "column nobody sees"),
            ("Bob Example", 9990000026, 40664, "another"), ("Cat Hidden", 9990000034, 41000, "row nobody sees")]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.getCellByPosition(c, r + 1)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = float(value)
    formats = document.NumberFormats
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    dates = sheet.getCellRangeByPosition(2, 2, 2, 4)
    dates.NumberFormat = formats.addNew("DD/MM/YYYY", locale) if formats.queryKey("DD/MM/YYYY", locale, False) < 0 else formats.queryKey("DD/MM/YYYY", locale, False)
    sheet.getCellByPosition(0, 7).Formula = '="Total " & "of names"'
    sheet.getCellByPosition(1, 7).Formula = "=1/3"
    sheet.getCellByPosition(2, 7).Formula = "=1=1"
    sheet.Columns.getByIndex(3).IsVisible = False
    sheet.Rows.getByIndex(4).IsVisible = False
    sheet.Annotations.insertNew(sheet.getCellByPosition(0, 2).CellAddress, "Moved here in May")
    document.Sheets.insertNewByName("Old", 1)
    old = document.Sheets.getByIndex(1)
    old.getCellByPosition(0, 0).String = "Left over from last year"
    old.IsVisible = False
    save(document, "register.xls", "MS Excel 97")
    save(document, "register-excel-password.xls", "MS Excel 97", EXCEL_PASSWORD)
    save(document, "register-password.xls", "MS Excel 97", OWN_PASSWORD)
    save(document, "register-excel-password.xlsx", "Calc MS Excel 2007 XML", EXCEL_PASSWORD)
    save(document, "register-password.xlsx", "Calc MS Excel 2007 XML", OWN_PASSWORD)
    document.close(True)


LETTER = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\revtbl{Ada Author;}}
{\info{\title A letter home}{\author Ada Author}}
{\header\pard Oakfield School\par}{\footer\pard Telephone 01632 960001\par}
\pard\plain Dear parent, \'e9cole starts on Monday.{\footnote\pard\plain Said at the foot.}\par
\trowd\cellx3000\cellx6000\pard\intbl Pupil\cell NHS number\cell\row
\trowd\cellx3000\cellx6000\pard\intbl Ann Sample\cell 999 000 0018\cell\row
\trowd\cellx3000\cellx6000\pard\intbl\cell 999 000 0026\cell\row
\pard Below the table.\par
{\v Nobody should read this line.\par}
Write to {\field{\*\fldinst HYPERLINK "mailto:office@oakfield.example"}{\fldrslt the office}}.{\*\atnid AA}{\*\atnauthor Ada Author}\chatn{\*\annotation\pard\plain Check this number.}\par
Kept. {\deleted\revauthdel0 Struck out later.}\par
}"""


def make_letter(desktop):
    # The comment is left to a LibreOffice without a window: with one, hidden or not, 7.4 has been seen to crash on it.
    folder = tempfile.mkdtemp()
    source = os.path.join(folder, "letter.rtf")
    with open(source, "w", encoding="ascii") as file:
        file.write(LETTER)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "doc", "--outdir", HERE, source], check=True)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, properties(Hidden=True))
    document.Text.String = "Dear parent, this one has a password."
    save(document, "letter-password.doc", "MS Word 97", OWN_PASSWORD)
    document.close(True)


def cut_thumbnail(name):
    """Leaves only the first 4,096 bytes of the summary: the rest is a picture of the first slide, 430 kB of it."""
    path = os.path.join(HERE, name)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    number = lambda at: int.from_bytes(data[at:at + 4], "little")
    sector = lambda index: data[512 * (index + 1):512 * (index + 2)]
    table = b"".join(bytes(sector(number(76 + 4 * i))) for i in range(number(44)))
    follow = lambda index: int.from_bytes(table[4 * index:4 * index + 4], "little")
    directory, chain = bytearray(), number(48)
    while chain < 0xFFFFFFFA:
        directory += sector(chain)
        chain = follow(chain)
    name_at = directory.index("\x05SummaryInformation".encode("utf-16-le"))
    first = int.from_bytes(directory[name_at + 116:name_at + 120], "little")
    directory[name_at + 120:name_at + 124] = (4096).to_bytes(4, "little")
    sectors = [sector(index) for index in range(first + 8)] + [directory[at:at + 512] for at in range(0, len(directory), 512)]
    links = [follow(index) for index in range(first)] + [first + i + 1 for i in range(7)] + [0xFFFFFFFE]
    links += [first + 8 + i + 1 for i in range(len(directory) // 512 - 1)] + [0xFFFFFFFE]
    links += [0xFFFFFFFF] * (128 - len(links))
    assert number(76) == 0, "the table of sectors is not where it was"
    sectors[0] = b"".join(link.to_bytes(4, "little") for link in links)
    data[44:48] = (1).to_bytes(4, "little")
    data[48:52] = (first + 8).to_bytes(4, "little")
    data[80:512] = b"\xff" * 432
    with open(path, "wb") as file:
        file.write(bytes(data[:512]) + b"".join(bytes(one) for one in sectors))


def make_slides(desktop):
    document = desktop.loadComponentFromURL("private:factory/simpress", "_blank", 0, properties(Hidden=True))
    document.DocumentProperties.Author = "Ada Author"
    for index, words in enumerate(["First things", "Second thoughts – mostly", "Nobody is shown this"]):
        if index > 0:
            document.DrawPages.insertNewByIndex(index)
        page = document.DrawPages.getByIndex(index)
        page.Layout = 0
        shape = document.createInstance("com.sun.star.drawing.TextShape")
        shape.setSize(Size(10000, 2000))
        page.add(shape)
        shape.String = words
        notes = page.NotesPage
        for number in range(notes.Count):
            if notes.getByIndex(number).ShapeType == "com.sun.star.presentation.NotesShape":
                notes.getByIndex(number).String = f"Say this with slide {index + 1}."
    document.DrawPages.getByIndex(2).Visible = False
    save(document, "slides.ppt", "MS PowerPoint 97")
    document.close(True)
    cut_thumbnail("slides.ppt")


def main():
    os.makedirs(HERE, exist_ok=True)
    # One office for each: a second document after a spreadsheet has been seen to crash LibreOffice 7.4.
    for make in (make_register, make_letter, make_slides):
        office, desktop = connect()
        try:
            make(desktop)
        finally:
            try:
                desktop.terminate()
            except Exception:
                pass
            office.wait(30)


main()
