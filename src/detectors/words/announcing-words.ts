/** Words after which a password may follow. */
export const PASSWORD_WORDS: readonly string[] = 'password|passwd|pword|p/w|passcode|pass code|passphrase|pass phrase|pwd|pw|pass|wifi key|wi fi key|wireless key|wpa key|wpa2 key|network key|security key|memorable word|secret word'.split('|');

/** Words for a code. */
export const CODE_WORDS: readonly string[] = 'pin|pin number|pin no|code|combination|combo|otp'.split('|');

/** How the keys of well-known services begin. */
export const KEY_BEGINNINGS: readonly string[] =
  'akia|asia|abia|acca|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat|xoxa|xoxb|xoxp|xoxr|xoxs|xapp|sk_live_|rk_live_|sk_test_|aiza|sk ant|sk proj|sk admin|sg.|eyj|npm_|hf_|api_org_|gocspx|shpat_|xoxe|hooks.slack.com/|hooks.zapier.com/hooks/|discord.com/api/webhooks|discordapp.com/api/webhooks|putty user|rk_test_|whsec_|sk svcacct|glptt|gldt|glrt|dop_v1_|doo_v1_|shpss_|shpca_|shppa_|sq0atp|sq0csp|ntn_|lin_api_|pmak|pypi agei|rubygems_|dckr_pat_|hrku|dp.pt.|hvs.|dapi|atatt3|atctt3|xkeysib|nrak|glsa_|glc_|sntrys_|sbp_|gsk_|r8_|tskey|figd_|ya29.|age secret key|pscale_|begin rsa|begin private|begin openssh|begin ec|begin dsa|begin encrypted|begin pgp private|webhook.office.com/'.split('|');
