/** How the two commands about keys are used; apart from them, so that help loads nothing that signs. */
export const SIGN_USAGE = `heed policy keygen [--out FOLDER]
  A key pair: the private key stays with whoever publishes, the public one is written into the add-in.
heed policy sign [PACK] --key PRIVATE.pem --site FOLDER [--host URL] [--mode monitor-only|inform|warn|justify|block]
                 [--rollout PERCENT] [--rollout-for NAME=PERCENT,…] [--rings LIST] [--serial N] [--json]
                 [--authorised-by ROLE --authorised-on DATE --minute TEXT --dpia REFERENCE --staff-told-on DATE]
  Writes the policy, its signature and the add-in's own fallback into the folder that is served. What is left out stays as it
  was. --rollout-for gives a school its own share, or a rule a smaller one; NAME= takes it back. Without
  PACK the policy that is there is signed again, as for “all to monitor-only”: --mode monitor-only. The host is asked what it
  serves; where that is ahead of the folder, it is followed. One that does not answer is passed over, and said.`;
