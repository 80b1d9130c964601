import type { RuleCases } from '../story';

const organisation = {
  internalDomains: ['oakfield-academy.example'],
  partners: [{ domain: 'fellside-council.example', purpose: 'Local authority', expires: null }, { domain: 'nhs.net', purpose: 'NHSmail', expires: null }],
};
const from = 'Dee Marlow <dee@oakfield-academy.example>';

export const cases: RuleCases = {
  finds: [
    {
      name: 'a colleague’s address with two letters changed over',
      draft: { from, to: ['kit@oakfeild-academy.example'] },
      organisation,
      situations: ['own'],
      saw: 'oakfeild-academy.example looks like your own oakfield-academy.example, but is not.',
    },
    { name: 'a Cyrillic letter in our own domain, as it is sent', draft: { from, to: ['head@xn--okfield-academy-ulm.example'] }, organisation, situations: ['own'] },
    { name: 'a false domain in Bcc', draft: { from, bcc: ['kit@0akfield-academy.example'] }, organisation, situations: ['own'] },
    { name: 'a council by one letter', draft: { from, to: ['sen@felside-council.example'] }, organisation, situations: ['partner'] },
    { name: 'NHSmail with a hyphen', draft: { from, to: ['ward@nhs-net.example'] }, organisation, situations: ['partner'] },
    { name: 'a parent at gmial.com', draft: { from, to: ['k.parent@gmial.com'] }, organisation, situations: ['personal'], saw: 'gmial.com looks like gmail.com, misspelt.' },
    { name: 'a parent at hotmail.con', draft: { from, to: ['k.parent@hotmail.con'] }, organisation, situations: ['personal'] },
    { name: 'two addresses at one false domain, said once', draft: { from, to: ['a@gmial.com', 'b@gmial.com'] }, organisation, situations: ['personal'] },
    { name: 'a supplier that the owner has named', draft: { from, to: ['orders@bookz-direct.example'] }, organisation, options: { alsoKnown: ['books-direct.example'] }, situations: ['partner'] },
    { name: 'a slip in an invitation', draft: { kind: 'appointment', from, to: ['kit@oakfield-acadmy.example'] }, organisation, situations: ['own'] },
    {
      name: 'a slip in the sender’s own domain, where none is listed',
      draft: { from, to: ['kit@oakfield-acadeny.example'] },
      organisation: { internalDomains: [] },
      situations: ['own'],
    },
  ],
  clears: [
    { name: 'a colleague', draft: { from, to: ['kit@oakfield-academy.example'] }, organisation },
    { name: 'a council that is a partner', draft: { from, to: ['sen@fellside-council.example'] }, organisation },
    { name: 'a parent at gmail.com', draft: { from, to: ['k.parent@gmail.com'] }, organisation },
    { name: 'a parent at googlemail.com', draft: { from, to: ['k.parent@googlemail.com'] }, organisation },
    { name: 'a parent at ymail.com, a provider of its own', draft: { from, to: ['k.parent@ymail.com'] }, organisation },
    { name: 'a parent at gmx.co.uk', draft: { from, to: ['k.parent@gmx.co.uk'] }, organisation },
    { name: 'an activity centre', draft: { from, to: ['office@fellside-centre.example'] }, organisation },
    { name: 'a company whose name is one letter from a short provider', draft: { from, to: ['info@line.com'] }, organisation },
    { name: 'a school with a like name, under the ending of schools', draft: { from, to: ['office@oakfield-academy.york.sch.uk'] }, organisation },
    { name: 'a hospital trust', draft: { from, to: ['ward@oakfieldth.nhs.uk'] }, organisation },
    { name: 'the same name at another ending', draft: { from, to: ['info@oakfield-academy.org.uk'] }, organisation },
    { name: 'a subdomain of our own', draft: { from, to: ['news@parents.oakfield-academy.example'] }, organisation },
    { name: 'a charity with our name in its own', draft: { from, to: ['pta@friends-of-oakfield-academy.example'] }, organisation },
    { name: 'a provider abroad', draft: { from, to: ['k.parent@hotmail.be'] }, organisation },
    {
      name: 'an address that the organisation allows',
      draft: { from, to: ['kit@oakfields-academy.example'] },
      organisation: { ...organisation, allowedAddresses: [{ address: 'kit@oakfields-academy.example', why: 'the other school', expires: null }] },
    },
    { name: 'a domain that the owner knows is right', draft: { from, to: ['kit@oakfields-academy.example'] }, organisation, options: { rightAsTheyAre: ['oakfields-academy.example'] } },
    { name: 'a recipient without an address', draft: { from, to: ['Year 5 parents'] }, organisation },
    { name: 'a supplier, where nothing is known of it', draft: { from, to: ['orders@books-direct.example'] }, organisation },
  ],
};
