/** Words after which a password may follow. */
export const PASSWORD_WORDS: readonly string[] = 'password|passwd|pword|p/w|passcode|pass code|passphrase|pass phrase|pwd|pw|pass|wifi key|wi fi key|wireless key|wpa key|wpa2 key|network key|security key|memorable word|secret word|picture password|symbol password'.split('|');

/** Words after which a short code of digits may follow. */
export const CODE_WORDS: readonly string[] =
  'pin|pin code|pin number|pin no|access code|door code|alarm code|gate code|entry code|keypad code|key safe code|key code|safe code|verification code|one time code|security code|authentication code|login code|otp|mfa code|2fa code|recovery code|backup code|unlock code|one time passcode|one time password|one time pin|host key|host pin|digit code|digit pin|digit number|security number|authenticator code|sms code|card pin|copier code|photocopier code|photocopier pin|printer code|till code|padlock code|locker code|combination code'.split('|');

/** Words after which a long machine-made key may follow. */
export const KEY_WORDS: readonly string[] =
  'api key|apikey|api token|secret key|client secret|access token|auth token|bearer token|access key|account key|accountkey|sharedaccesskey|private key|encryption key|recovery key|licence key|storage key|signing key|secret'.split('|');

/** Words after which a user name and a password may follow as a pair. */
export const PAIR_WORDS: readonly string[] = 'login details|log in details|logon details|log on details|sign in details|credentials|login|log in|log on|sign in|username and password|account details|wifi|wi fi|ssid'.split('|');

/** Words of a log-in, in whose sentence a password may stand. */
export const ACCESS_WORDS: readonly string[] =
  'mine|log him in|log her in|log them in|u/n|username|user name|user id|userid|user|log in as|log in with|logs in as|logs in with|logged in as|logged in with|sign in as|sign in with|signs in as|signs in with|signed in as|get in with|gets in with|get on with|account|opens with|open with|open it with|open them with|opens using|open|unlock|unlocks|unlock it with|unlocks with|protected with|locked with|encrypted with|zipped with|temp|new temp|temporary one|temp one|new one|reset|key|hotspot|staff wireless|guest wireless|school wireless'.split('|');

/** Words for codes of every kind, and for what a code may open. */
export const OPENING_WORDS: readonly string[] = 'code|combination|combo|door|gate|alarm|safe|padlock|keypad|key safe|locker|entrance'.split('|');

/** What spells out a letter or a sign of a password. */
export const SPELT_WORDS: readonly string[] = 'capital|{pound,dollar,hash,exclamation,percent,question} {sign,mark}'.split('|');

/** How the keys of well-known services begin. */
export const KEY_BEGINNINGS: readonly string[] =
  'akia|asia|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat|xoxa|xoxb|xoxp|xoxr|xoxs|xapp|sk_live_|rk_live_|sk_test_|aiza|sk ant|sk proj|sg.|eyj|npm_|hf_|gocspx|shpat_|xoxe|hooks.slack|hooks.zapier|discord.com|discordapp.com|putty user|rk_test_|whsec_|sk svcacct|glptt|gldt|glrt|dop_v1_|doo_v1_|shpss_|shpca_|shppa_|sq0atp|sq0csp|ntn_|lin_api_|pmak|pypi agei|rubygems_|dckr_pat_|hrku|dp.pt.|hvs.|dapi|atatt3|atctt3|xkeysib|nrak|glsa_|glc_|sntrys_|sbp_|gsk_|r8_|tskey|figd_|ya29.|age secret key|pscale_|begin rsa|begin private|begin openssh|begin ec|begin dsa|begin encrypted|begin pgp private|webhook.office'.split('|');
