import { bytesOf, expectInspection, inspectBytes, inspectSample, little, sampleBytes } from './inspecting';

const RANDOM = sampleBytes('sealed/openssl.bin').subarray(8);

test.each([
  ['an age file', 'minutes.age', 'age'],
  ['an age file as text', 'minutes.age.txt', 'age'],
  ['a file encrypted with OpenSSL', 'openssl.bin', 'openssl'],
  ['a file encrypted with OpenSSL, in base64', 'openssl.txt', 'openssl'],
])('%s is protected', (_, file, format) => {
  expectInspection(inspectSample(`sealed/${file}`), { format, protection: 'protected', content: 'none' });
});

test.each([
  ['KeePass 2', 'keepass', bytesOf('\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5', little(0x00040001, 4), RANDOM)],
  ['KeePass 1', 'keepass', bytesOf('\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5', RANDOM)],
  ['AxCrypt', 'axcrypt', bytesOf('\xc0\xb9\x07\x2e\x4f\x93\xf1\x46\xa0\x15\x79\x2c\xa1\xd9\xe8\x21', RANDOM)],
  ['Microsoft Purview (.ppdf)', 'pfile', bytesOf('.pfile', little(2, 4), little(0, 4), RANDOM)],
  ['AES Crypt', 'aes-crypt', bytesOf('AES\x02\0', RANDOM)],
  ['LUKS', 'luks', bytesOf('LUKS\xba\xbe\0\x02', RANDOM)],
  ['BitLocker', 'bitlocker', bytesOf('\xeb\x58\x90-FVE-FS-', RANDOM)],
  ['an encrypted Apple disk image', 'encrypted-dmg', bytesOf('encrcdsa\0\0\0\x02', RANDOM)],
  ['Password Safe', 'password-safe', bytesOf('PWS3', RANDOM)],
  ['Ansible Vault', 'ansible-vault', bytesOf('$ANSIBLE_VAULT;1.1;AES256\n3036\n')],
])('%s is protected (synthetic: the header alone)', (_, format, bytes) => {
  expectInspection(inspectBytes('a.bin', bytes), { format, protection: 'protected', content: 'none' });
});

test.each([
  ['a text that begins like OpenSSL’s mark', 'Salted__ peanuts are not allowed in class.'],
  ['a text that begins like OpenSSL’s mark in base64', 'U2FsdGVkX1 is how such a file begins.'],
  ['base64 words that only begin like it', 'U2FsdGVkX1'],
  ['a text about age', 'age-encryption.org/v1\nis the first line of such a file.'],
  ['a text with an age armour line', '-----BEGIN AGE ENCRYPTED FILE-----\nd29yZHM=\n-----END AGE ENCRYPTED FILE-----\n'],
  ['a text that begins with PWS3', 'PWS3 is short for nothing in particular.'],
  ['a text that begins with AES', 'AES is a cipher.'],
  ['a list of file name endings', '.pfile and .ptxt are endings.'],
])('%s is not called protected', (_, text) => {
  expect(inspectBytes('a.txt', bytesOf(text)).protection).not.toBe('protected');
});

test('bytes without any mark are unknown, never open and clean: a container that hides itself looks like that', () => {
  const inspection = inspectBytes('holiday.hc', bytesOf([0x80, 0x01, 0xfe], RANDOM, [0, 1, 2, 3], RANDOM));
  expect(['open', 'protected']).not.toContain(inspection.protection);
  expect(inspection.content).not.toBe('all');
});
