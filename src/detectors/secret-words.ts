/** Words after which a password may follow. */
export const PASSWORD_WORDS: readonly string[] = 'password|passwd|passcode|pass code|passphrase|pass phrase|pwd|pw|pass|wifi key|wi fi key|wireless key|wpa key|wpa2 key|network key|security key|memorable word|secret word'.split('|');

/** Words after which a short code of digits may follow. */
export const CODE_WORDS: readonly string[] =
  'pin|pin code|pin number|pin no|access code|door code|alarm code|gate code|entry code|keypad code|key safe code|key code|safe code|verification code|one time code|security code|authentication code|login code|otp|mfa code|2fa code|recovery code|backup code|unlock code'.split('|');

/** Words after which a long machine-made key may follow. */
export const KEY_WORDS: readonly string[] =
  'api key|apikey|api token|secret key|client secret|access token|auth token|bearer token|access key|account key|accountkey|sharedaccesskey|private key|encryption key|recovery key|licence key|storage key|signing key|secret'.split('|');

/** Words after which a user name and a password may follow as a pair. */
export const PAIR_WORDS: readonly string[] = 'login details|log in details|logon details|log on details|sign in details|credentials|login|log in|log on|sign in|username and password|account details|wifi|wi fi|ssid'.split('|');

/** How the keys of well-known services begin. */
export const KEY_BEGINNINGS: readonly string[] =
  'akia|asia|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat|xoxa|xoxb|xoxp|xoxr|xoxs|xapp|sk_live_|rk_live_|sk_test_|aiza|sk ant|sk proj|sg.|eyj|npm_|hf_|gocspx|shpat_|hooks.slack|begin rsa|begin private|begin openssh|begin ec|begin dsa|begin encrypted|begin pgp private|webhook.office'.split('|');
