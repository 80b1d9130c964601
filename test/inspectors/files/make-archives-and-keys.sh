#!/usr/bin/env bash
# Makes the small real files for archives, mail encryption and encrypted containers with the tools people use:
# 7z, xz, bzip2, zstd, arj, gcab, gpg, openssl, age. Every name in them is invented. Running it again makes new keys,
# so the bytes change and what the tests say of them does not. Private keys as text are left to the tests, which make them as they run: a key in
# a repository sets off every scanner for lost keys.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
export GNUPGHOME="$work/gnupg"
trap 'gpgconf --kill all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
mkdir -p "$here"/{7z,archives,pgp,cms,sealed} "$work/in/notes" "$GNUPGHOME"
chmod 700 "$GNUPGHOME"
rm -f "$here"/{7z,archives,pgp,cms,sealed}/*
cd "$work/in"

printf 'Name,Year,Notes\r\nRowan Example,9,Reading support\r\nIvy Sample,8,Speech and language\r\n' >pupils.csv
printf 'Minutes of the Oakfield reading group.\nRowan Example will bring the register.\n' >minutes.txt
for i in $(seq 1 40); do printf 'Line %d: the hall is booked for the summer concert.\n' "$i"; done >notes/hall.txt
: >empty.txt
export TZ=UTC
touch -d '2026-01-05 10:00' pupils.csv minutes.txt notes/hall.txt empty.txt notes

seven() { 7z a -bd -mtm=off -mtc=off -mta=off "$@" >/dev/null; }
seven -m0=lzma "$here/7z/lzma.7z" pupils.csv minutes.txt notes empty.txt
seven -m0=lzma2 -ms=on "$here/7z/lzma2-solid.7z" pupils.csv minutes.txt notes
seven -m0=copy "$here/7z/stored.7z" pupils.csv minutes.txt
seven -m0=deflate "$here/7z/deflate.7z" pupils.csv
seven -m0=bzip2 "$here/7z/bzip2.7z" pupils.csv
seven -m0=delta:2 -m1=lzma "$here/7z/delta.7z" pupils.csv
seven -m0=bcj -m1=lzma "$here/7z/bcj.7z" pupils.csv
seven -m0=ppmd "$here/7z/ppmd.7z" pupils.csv
seven -psecret "$here/7z/locked.7z" pupils.csv minutes.txt
seven -psecret -mhe=on "$here/7z/locked-names.7z" pupils.csv minutes.txt
seven -m0=lzma "$here/7z/partly.7z" pupils.csv
seven -m0=lzma -psecret "$here/7z/partly.7z" minutes.txt
head -c 4194304 /dev/zero >zeros
seven -m0=lzma "$here/7z/zeros.7z" zeros
xz -kc zeros >"$here/archives/zeros.xz"
bzip2 -kc zeros >"$here/archives/zeros.bz2"
seven -psecret inner.7z pupils.csv
seven -m0=lzma2 "$here/7z/locked-inside.7z" minutes.txt inner.7z

xz -kc minutes.txt >"$here/archives/minutes.txt.xz"
xz -kc --block-size=64 --check=sha256 notes/hall.txt >"$here/archives/hall.txt.xz"
xz -kc --x86 --lzma2=preset=1 minutes.txt >"$here/archives/filtered.txt.xz"
bzip2 -kc minutes.txt >"$here/archives/minutes.txt.bz2"
{ bzip2 -kc minutes.txt; bzip2 -kc pupils.csv; } >"$here/archives/two-streams.bz2"
zstd -qc minutes.txt >"$here/archives/minutes.txt.zst"
(cd "$work/in" && arj a -i -m0 stored.arj minutes.txt pupils.csv && arj a -i -m1 packed.arj notes/hall.txt && arj a -i -gsecret locked.arj pupils.csv) >/dev/null
mv stored.arj packed.arj locked.arj "$here/archives/"
gcab -c "$here/archives/two-files.cab" minutes.txt pupils.csv

gpg --batch --quiet --no-auto-check-trustdb --passphrase '' --quick-generate-key 'Rowan Example <rowan@oakfield.example>' ed25519 sign never
fingerprint=$(gpg --list-keys --with-colons | awk -F: '$1=="fpr"{print $10; exit}')
gpg --batch --quiet --no-auto-check-trustdb --passphrase '' --quick-add-key "$fingerprint" cv25519 encr never
pgp() { gpg --batch --quiet --yes --trust-model always --passphrase secret --pinentry-mode loopback "$@"; }
pgp -o "$here/pgp/encrypted.gpg" -r rowan@oakfield.example --encrypt minutes.txt
pgp -o "$here/pgp/encrypted.asc" --armor -r rowan@oakfield.example --encrypt minutes.txt
pgp -o "$here/pgp/passphrase.gpg" --symmetric minutes.txt
pgp -o "$here/pgp/signed.gpg" --sign minutes.txt
pgp -o "$here/pgp/signed-bzip2.gpg" --compress-algo bzip2 --sign minutes.txt
pgp -o "$here/pgp/signed-zlib.gpg" --compress-algo zlib --sign notes/hall.txt
pgp -o "$here/pgp/signed.asc" --armor --sign minutes.txt
pgp -o "$here/pgp/stored.gpg" --compress-algo none --store pupils.csv
pgp -o "$here/pgp/clear-signed.asc" --clearsign minutes.txt
pgp -o "$here/pgp/detached.sig" --detach-sign minutes.txt
pgp --armor --export >"$here/pgp/public-key.asc"
pgp --export >"$here/pgp/public-key.gpg"

openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 7300 -subj '/CN=Rowan Example/emailAddress=rowan@oakfield.example' 2>/dev/null
printf 'Content-Type: text/plain; charset=utf-8\r\n\r\nMinutes of the Oakfield reading group.\r\n' >entity.txt
openssl cms -sign -nodetach -outform DER -signer cert.pem -inkey key.pem -in entity.txt -out "$here/cms/signed.p7m"
openssl cms -sign -nodetach -stream -outform DER -signer cert.pem -inkey key.pem -in entity.txt -out "$here/cms/signed-indefinite.p7m"
openssl cms -sign -nodetach -outform PEM -signer cert.pem -inkey key.pem -in entity.txt -out "$here/cms/signed.pem"
openssl cms -sign -outform DER -signer cert.pem -inkey key.pem -in entity.txt -out "$here/cms/detached.p7s"
openssl cms -digest_create -outform DER -in entity.txt -out "$here/cms/digested.p7m"
openssl cms -encrypt -aes-256-cbc -outform DER -in entity.txt -out "$here/cms/enveloped.p7m" cert.pem
openssl cms -encrypt -stream -aes-256-cbc -outform DER -in entity.txt -out "$here/cms/enveloped-indefinite.p7m" cert.pem
openssl cms -encrypt -aes-256-gcm -outform DER -in entity.txt -out "$here/cms/auth-enveloped.p7m" cert.pem
openssl cms -encrypt -aes-256-cbc -outform PEM -in entity.txt -out "$here/cms/enveloped.pem" cert.pem
openssl cms -EncryptedData_encrypt -aes-256-cbc -secretkey 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff -outform DER -in entity.txt -out "$here/cms/encrypted-data.p7m"
openssl crl2pkcs7 -nocrl -certfile cert.pem -outform DER -out "$here/cms/certificates.p7c"
openssl cms -sign -signer cert.pem -inkey key.pem -in entity.txt -from rowan@oakfield.example -to ivy@sample.example -subject 'Signed minutes' -out "$here/cms/signed.eml"
openssl cms -encrypt -aes-256-cbc -in entity.txt -from rowan@oakfield.example -to ivy@sample.example -subject 'Locked minutes' -out "$here/cms/enveloped.eml" cert.pem

openssl pkcs12 -export -passout pass:secret -in cert.pem -inkey key.pem -out "$here/sealed/locked.p12"
openssl pkcs12 -export -passout pass: -nomac -keypbe NONE -certpbe NONE -in cert.pem -inkey key.pem -out "$here/sealed/open.p12"
cp cert.pem "$here/sealed/certificate.pem"
openssl x509 -in cert.pem -outform DER -out "$here/sealed/certificate.der"

age-keygen -o age.key 2>/dev/null
recipient=$(age-keygen -y age.key)
age -r "$recipient" -o "$here/sealed/minutes.age" minutes.txt
age -a -r "$recipient" -o "$here/sealed/minutes.age.txt" minutes.txt
openssl enc -aes-256-cbc -pbkdf2 -pass pass:secret -in minutes.txt -out "$here/sealed/openssl.bin"
openssl enc -aes-256-cbc -pbkdf2 -pass pass:secret -a -in minutes.txt -out "$here/sealed/openssl.txt"
