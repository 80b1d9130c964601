/** Words after which a password may follow. */
export const PASSWORD_WORDS: readonly string[] = [
  'password', 'passwd', 'passcode', 'pass code', 'passphrase', 'pass phrase', 'pwd', 'pw', 'pass', 'passwort', 'wifi key', 'wi fi key', 'wireless key', 'wpa key', 'wpa2 key',
  'network key', 'network security key', 'security key', 'memorable word', 'secret word',
];

/** Words after which a short code of digits may follow. */
export const CODE_WORDS: readonly string[] = [
  'pin', 'pin code', 'pin number', 'pin no', 'access code', 'door code', 'alarm code', 'gate code', 'entry code', 'keypad code', 'key safe code', 'key code', 'safe code', 'verification code',
  'one time code', 'one time passcode', 'one time password', 'security code', 'authentication code', 'login code', 'log in code', 'sign in code', 'otp', 'mfa code', '2fa code', 'two factor code',
  'recovery code', 'backup code', 'unlock code',
];

/** Words after which a long machine-made key may follow. */
export const KEY_WORDS: readonly string[] = [
  'api key', 'apikey', 'api token', 'secret key', 'client secret', 'access token', 'auth token', 'bearer token', 'access key', 'account key', 'accountkey', 'shared access key', 'sharedaccesskey', 'private key',
  'encryption key', 'recovery key', 'bitlocker key', 'bitlocker recovery key', 'licence key', 'secret access key', 'storage key', 'webhook secret', 'signing key', 'secret',
];

/** Words after which a user name and a password may follow as a pair. */
export const PAIR_WORDS: readonly string[] = ['login details', 'log in details', 'logon details', 'log on details', 'sign in details', 'credentials', 'login', 'username and password', 'user name and password', 'account details'];

/** How the keys of well-known services begin. */
export const KEY_BEGINNINGS: readonly string[] = [
  'akia', 'asia', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat', 'xoxb', 'xoxa', 'xoxp', 'xoxr', 'xoxs', 'xapp', 'sk_live_', 'rk_live_', 'sk_test_', 'aiza', 'sk ant', 'sk proj', 'sg.', 'eyj', 'npm_', 'hf_', 'gocspx',
  'shpat_', 'pmak', 'dop_v1_', 'pypi', 'sq0csp', 'hooks.slack.com', 'begin rsa private', 'begin private', 'begin openssh private', 'begin ec private', 'begin dsa private', 'begin encrypted private', 'begin pgp private', 'webhook.office.com', 'outlook.office.com webhook',
];
