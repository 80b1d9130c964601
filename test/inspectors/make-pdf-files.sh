#!/usr/bin/env bash
# Makes the small real PDF files under files/pdf with the tools people use: qpdf, LibreOffice and Chromium. Every name in
# them is invented, and every UPN is of the made-up local authority 000. Running it again makes new keys and identifiers, so the
# bytes change and what the tests say of them does not.
set -euo pipefail
out=$(cd "$(dirname "$0")" && pwd)/files/pdf
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
rm -f "$out"/*
cd "$work"

# A letter of one page, as a person would write it by hand; qpdf adds the list of objects.
cat >letter.txt <<'PDF'
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R /Outlines << /First 6 0 R >> >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>
endobj
4 0 obj
<< /Length 200 >>
stream
BT /F1 12 Tf 14 TL 72 770 Td (Oakfield School) Tj T* T*
(Rowan Example has been offered a place in Year 7.) Tj T*
[(She will need help with rea) 20 (ding) -300 (and writing.)] TJ ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
endobj
6 0 obj
<< /Title (Offer of a place) >>
endobj
7 0 obj
<< /Title (Offers 2026) /Author (Ivy Sample) /Producer (by hand) >>
endobj
trailer
<< /Root 1 0 R /Info 7 0 R /Size 8 >>
PDF
qpdf --warning-exit-0 letter.txt letter.pdf 2>/dev/null
cp letter.pdf "$out/letter.pdf"
qpdf --object-streams=generate --compress-streams=y letter.pdf "$out/packed.pdf"
qpdf --linearize letter.pdf "$out/linearized.pdf"

# A secret to open it, in every kind of encryption the format has had.
secret() { qpdf --allow-weak-crypto --encrypt "$@" -- letter.pdf "$work/made.pdf" && mv "$work/made.pdf" "$out/$name.pdf"; }
name=locked-40 secret opensesame owner 40
name=locked-128 secret opensesame owner 128 --use-aes=n
name=locked-aes secret opensesame owner 128 --use-aes=y
name=locked-r5 secret opensesame owner 256 --force-R5
name=locked-256 secret opensesame owner 256
name=restricted-40 secret '' owner 40
name=restricted-128 secret '' owner 128 --use-aes=n --print=none
name=restricted-aes secret '' owner 128 --use-aes=y --cleartext-metadata
name=restricted-r5 secret '' owner 256 --force-R5
name=restricted-256 secret '' owner 256 --modify=none
name=empty-owner-r5 secret opensesame '' 256 --force-R5 --allow-insecure
name=empty-owner-256 secret opensesame '' 256 --allow-insecure
name=locked-no-owner secret opensesame '' 128 --use-aes=y
qpdf --object-streams=generate "$out/restricted-256.pdf" "$out/restricted-packed.pdf"

# Files inside the file.
printf 'Name,Notes\r\nRowan Example,Reading support\r\n' >pupils.csv
qpdf letter.pdf --add-attachment pupils.csv -- "$out/attached.pdf"
qpdf letter.pdf --add-attachment "$out/locked-256.pdf" -- "$out/attached-locked.pdf"

# A picture of a page, and a document whose second page is one.
cat >scan.txt <<'PDF'
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 5 0 R >> >> /Contents 4 0 R >>
endobj
4 0 obj
<< /Length 35 >>
stream
q 595 0 0 842 0 0 cm /Im Do Q
endstream
endobj
5 0 obj
<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode /Length 17 >>
stream
FF81BDA5A5BD81FF>
endstream
endobj
trailer
<< /Root 1 0 R /Size 6 >>
PDF
qpdf --warning-exit-0 scan.txt scan.pdf 2>/dev/null
cp scan.pdf "$out/scan.pdf"
qpdf letter.pdf --pages letter.pdf scan.pdf -- "$out/letter-and-scan.pdf"

# A class list as office programs and browsers print it.
cat >list.html <<'HTML'
<meta charset="utf-8">
<style>body{font:11pt sans-serif}table{border-collapse:collapse}td,th{border:1px solid #000;padding:3px 6px;text-align:left}td.n{width:130px}</style>
<p>Oakfield School, Year 8. For the office only.</p>
<table>
<tr><th>Name</th><th>UPN</th><th>Born</th><th>Notes</th></tr>
<tr><td>Example, Rowan</td><td>A000200001001</td><td>03/09/2013</td><td class="n">Reading support in the mornings</td></tr>
<tr><td>Sample, Ivy</td><td>B000200001002</td><td>14/11/2013</td><td></td></tr>
<tr><td>Template, Ash</td><td>C000200001003</td><td>02/01/2014</td><td class="n">Speech and language therapy on Tuesdays</td></tr>
<tr><td>Pattern, Wren</td><td>D000200001004</td><td>27/05/2014</td><td></td></tr>
<tr><td>Specimen, Lark</td><td>E000200001005</td><td>30/07/2014</td><td></td></tr>
</table>
<p>Please keep this list in the office.</p>
HTML
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$work/browser.pdf" list.html >/dev/null 2>&1
cp browser.pdf "$out/class-list-browser.pdf"
{
  printf 'Name,UPN,Born\n'
  printf '"Example, Rowan",A000200001001,03/09/2013\n"Sample, Ivy",B000200001002,14/11/2013\n"Template, Ash",C000200001003,02/01/2014\n'
  printf '"Pattern, Wren",D000200001004,27/05/2014\n"Specimen, Lark",E000200001005,30/07/2014\n'
} >list.csv
soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" list.csv >/dev/null 2>&1
cp list.pdf "$out/class-list-sheet.pdf"

ls -l "$out"
