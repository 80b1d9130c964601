#!/usr/bin/env python3
"""Makes the documents and zips in this folder with real programs: LibreOffice (through its Python bridge), zip, 7z, tar, gzip.

    python3 test/inspectors/files/make-documents.py

Needs soffice and python3-uno. All people are invented; numbers are reserved ones.
"""
import os
import shutil
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "documents")
PORT = 2083
PASSWORD = "sesame"

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2"'
)


def cells(*values):
    return "".join(f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" for value in values)


LETTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Letter to parents</dc:title><dc:subject>Oakfield trip</dc:subject></office:meta>
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/>
<style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
<style:header><text:p>Oakfield Academy, confidential</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion>
<office:change-info><dc:creator>A. Person</dc:creator><dc:date>2026-01-02T10:00:00</dc:date></office:change-info>
<text:p>withdrawn sentence</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Visit to the museum</text:h>
<text:p>Dear parent, Ada<text:change text:change-id="ct1"/> Example goes on the visit.</text:p>
<text:p>Shown <text:span text:style-name="T1">kept out of sight</text:span> again.</text:p>
<table:table table:name="People"><table:table-column table:number-columns-repeated="2"/>
<table:table-row>{cells("Pupil", "NHS number")}</table:table-row>
<table:table-row>{cells("Ada Example", "999 123 4560")}</table:table-row>
<table:table-row>{cells("Ben Sample", "999 123 4579")}</table:table-row></table:table>
<text:p>After the table<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>small print below</text:p></text:note-body></text:note>.</text:p>
</office:text></office:body></office:document>
"""

REGISTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>
<number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Year 7"><table:table-column/><table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-row>{cells("Name", "Born", "Reference")}</table:table-row>
<table:table-row><table:table-cell><office:annotation><text:p>on the waiting list</text:p></office:annotation><text:p>Ada Example</text:p></table:table-cell>
<table:table-cell table:style-name="date" office:value-type="date" office:date-value="2014-03-09"/>
<table:table-cell office:value-type="float" office:value="9991234560"/></table:table-row>
<table:table-row table:visibility="collapse">{cells("Ben Sample", "unknown", "left in May")}</table:table-row>
</table:table>
<table:table table:name="Contacts" table:style-name="off"><table:table-row>{cells("Carer", "07700 900123")}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document>
"""

SLIDES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles><style:style style:name="dp1" style:family="drawing-page">
<style:drawing-page-properties presentation:visibility="hidden"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/></office:master-styles>
<office:body><office:presentation>
<draw:page draw:name="one" draw:master-page-name="Default"><draw:frame svg:width="10cm" svg:height="3cm" svg:x="1cm" svg:y="1cm">
<draw:text-box><text:p>Attendance this term</text:p></draw:text-box></draw:frame>
<presentation:notes><draw:frame presentation:class="notes" svg:width="10cm" svg:height="3cm" svg:x="1cm" svg:y="10cm">
<draw:text-box><text:p>mention Ada Example</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>
<draw:page draw:name="two" draw:master-page-name="Default" draw:style-name="dp1"><draw:frame svg:width="10cm" svg:height="3cm" svg:x="1cm" svg:y="1cm">
<draw:text-box><text:p>Exclusions by name</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>
"""

OUTPUTS = [
    ("letter.fodt", LETTER, [
        ("letter.odt", "writer8", None), ("letter-locked.odt", "writer8", PASSWORD), ("letter.docx", "MS Word 2007 XML", None),
        ("letter.rtf", "Rich Text Format", None)]),
    ("register.fods", REGISTER, [
        ("register.ods", "calc8", None), ("register.xlsx", "Calc MS Excel 2007 XML", None)]),
    ("slides.fodp", SLIDES, [
        ("slides.odp", "impress8", None), ("slides.pptx", "Impress MS PowerPoint 2007 XML", None)]),
]


def value(name, what):
    prop = PropertyValue()
    prop.Name, prop.Value = name, what
    return prop


def connect():
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
        except Exception:  # not listening yet
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")


def make_documents(folder):
    profile = os.path.join(folder, "profile")
    office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
                               f"--accept=socket,host=127.0.0.1,port={PORT};urp;"])
    try:
        context = connect()
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for name, source, outputs in OUTPUTS:
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            document = desktop.loadComponentFromURL("file://" + path, "_blank", 0, (value("Hidden", True),))
            for output, filter_name, password in outputs:
                options = [value("FilterName", filter_name)] + ([value("Password", password)] if password else [])
                document.storeToURL("file://" + os.path.join(HERE, output), tuple(options))
            document.close(True)
        desktop.terminate()
    except Exception:
        office.terminate()
        raise
    office.wait(30)


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def make_archives(folder):
    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def fresh(name):
        path = os.path.join(HERE, name)
        if os.path.exists(path):
            os.remove(path)
        return path

    write("pupils.csv", "Name,NHS number\nAda Example,9991234560\nBen Sample,9991234579\n")
    write("note.txt", "The list is in the other file.\n")
    write("secret.csv", "Name,NHS number\nCat Trial,9991234587\n")
    run("zip", "-q", "-X", fresh("plain.zip"), "pupils.csv", "note.txt", cwd=folder)
    run("zip", "-q", "-X", "-P", PASSWORD, fresh("traditional.zip"), "pupils.csv", "note.txt", cwd=folder)
    run("7z", "a", "-tzip", "-mem=AES256", f"-p{PASSWORD}", fresh("aes.zip"), "pupils.csv", "note.txt", cwd=folder)
    shutil.copy(os.path.join(HERE, "plain.zip"), fresh("some-locked.zip"))
    run("7z", "a", "-tzip", "-mem=AES256", f"-p{PASSWORD}", os.path.join(HERE, "some-locked.zip"), "secret.csv", cwd=folder)
    shutil.copy(os.path.join(HERE, "aes.zip"), os.path.join(folder, "inner.zip"))
    run("zip", "-q", "-X", fresh("holds-locked.zip"), "inner.zip", "note.txt", cwd=folder)
    run("tar", "--format=gnu", "--owner=0", "--group=0", "-cf", fresh("plain.tar"), "pupils.csv", "note.txt", cwd=folder)
    run("tar", "--owner=0", "--group=0", "-czf", fresh("plain.tgz"), "pupils.csv", "note.txt", cwd=folder)
    with open(fresh("two-members.gz"), "wb") as out:
        for text in ("first half, ", "second half 9991234560\n"):
            write("part.txt", text)
            out.write(subprocess.run(["gzip", "-c", "part.txt"], cwd=folder, check=True, stdout=subprocess.PIPE).stdout)


if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        make_archives(work)
        make_documents(work)
