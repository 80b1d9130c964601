export const REPLAY_USAGE = `heed replay [--policy A] [--against B] [--academy ID] [--json] PATH…
  What a policy would have done to stored mails, and what another would change.
  PATH is a folder of .eml files, an mbox, or a zip of them. Mails to protected correspondents are not counted.
  --policy         laat (the default), teal, or a pack file
  --against        the policy to hold it against
  --academy        the school whose hours and terms count, instead of each sender's own
  --resume FILE    keeps its place in FILE, so that the same command goes on after a stop; the file is gone at the end
  --threads N      threads at work; one for each processor when left out
  --queue postgres://…
                   shares the work with every process that runs the same command
  --lease SECONDS  with --queue: when the work of a process that died is given to another (300)
  --forget         with --queue: takes the results out of the database at the end
  --json           one line`;
