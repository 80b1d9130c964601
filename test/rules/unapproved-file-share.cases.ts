import type { RuleCases } from '../story';

export const cases: RuleCases = {
  finds: [
    {
      name: 'a link to WeTransfer',
      draft: { body: 'The photos are here: https://we.tl/t-AbC123' },
      situations: ['link'],
      saw: 'This has a link to we.tl. The Trust does not share files there.',
    },
    { name: 'a link to Dropbox, below its domain', draft: { body: 'See https://www.dropbox.com/s/abc/plan.pdf?dl=0' }, situations: ['link'] },
    { name: 'a link that mail protection has rewritten', draft: { body: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmega.nz%2Ffile%2Fx&data=05' }, situations: ['link'] },
    { name: 'two services, said once', draft: { body: 'https://we.tl/t-1 and https://mega.nz/file/2' }, situations: ['link'], saw: 'This has links to we.tl and mega.nz. The Trust does not share files there.' },
    { name: 'a link in an invitation', draft: { kind: 'appointment', body: 'Papers: https://www.dropbox.com/sh/abc' }, situations: ['link'] },
    { name: 'a service that the owner has listed', draft: { body: 'https://files.fellside.example/x' }, options: { shareHosts: ['files.fellside.example'] }, situations: ['link'] },
    { name: 'capitals in the address', draft: { body: 'HTTPS://WE.TL/T-AbC' }, situations: ['link'] },
  ],
  clears: [
    { name: 'a OneDrive link', draft: { body: 'https://oakfield-my.sharepoint.com/:x:/g/personal/dee/abc' } },
    { name: 'a SharePoint link', draft: { body: 'https://oakfield.sharepoint.com/sites/staff/plan.docx' } },
    { name: 'a Google Drive link', draft: { body: 'https://drive.google.com/file/d/abc/view' } },
    { name: 'a Foldr link', draft: { body: 'https://oakfield.foldr.io/files/abc' } },
    { name: 'the school’s own site', draft: { body: 'https://www.oakfield.example/letters' } },
    { name: 'a news page about a file service', draft: { body: 'https://www.bbc.co.uk/news/wetransfer-changes-its-terms' } },
    { name: 'a video', draft: { body: 'https://www.youtube.com/watch?v=abc' } },
    { name: 'a form', draft: { body: 'https://forms.office.com/r/abc' } },
    { name: 'a Teams meeting', draft: { kind: 'appointment', body: 'https://teams.microsoft.com/l/meetup-join/abc' } },
    { name: 'a service that is only named', draft: { body: 'Please do not use WeTransfer or Dropbox for pupil work.' } },
    { name: 'a host that only ends alike', draft: { body: 'https://notdropbox.com/x and https://sandbox.community/x' } },
    { name: 'a host that only begins alike', draft: { body: 'https://dropbox.com.oakfield.example/x' } },
    { name: 'a link in the quoted thread', draft: { thread: 'reply', body: 'Thank you.', quoted: 'https://we.tl/t-AbC123' } },
    { name: 'a service that the owner has approved', draft: { body: 'https://www.dropbox.com/s/abc' }, organisation: { fileShares: ['dropbox.com'] } },
    { name: 'an exam board’s portal', draft: { body: 'https://filestore.aqa.org.uk/resources/past-paper.pdf' } },
    { name: 'a rewritten link to OneDrive', draft: { body: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Foakfield.sharepoint.com%2Fx&data=05' } },
    { name: 'no link', draft: {} },
  ],
};
