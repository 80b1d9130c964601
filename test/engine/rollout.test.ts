import { bucketOf } from '../../src/engine';

const mailboxes = Array.from({ length: 2000 }, (_, index) => `staff${index}.member@school${index % 40}.example`);

describe('the share of mailboxes a rollout takes in', () => {
  test('is as large as it says, within the scatter of 2,000 mailboxes', () => {
    for (const percent of [5, 25, 50]) {
      const share = mailboxes.filter((mailbox) => bucketOf(mailbox) < percent).length / mailboxes.length;
      // Three standard deviations of a fair draw.
      expect(Math.abs(share - percent / 100)).toBeLessThan(3 * Math.sqrt((percent / 100) * (1 - percent / 100) / mailboxes.length));
    }
  });

  test('never loses anyone as it grows, and takes all at 100', () => {
    for (const mailbox of mailboxes) {
      expect(bucketOf(mailbox)).toBeGreaterThanOrEqual(0);
      expect(bucketOf(mailbox)).toBeLessThan(100);
    }
  });

  test('is the same for a mailbox however it is written, on every machine and in every version', () => {
    expect(bucketOf(' Dee.Marlow@Oakfield.example')).toBe(bucketOf('dee.marlow@oakfield.example'));
    expect(['dee.marlow@oakfield.example', 'sam.reed@marsh-lane.example', 'head@holmefield.example'].map(bucketOf)).toEqual([68, 78, 15]);
  });
});
