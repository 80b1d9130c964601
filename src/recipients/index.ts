export { comparableAddress, comparableDomain, domainOf, matchesAddress, matchesDomain } from './addresses';
export { audienceOf, classOf, providerOf } from './classify';
export { fieldName } from './field-name';
export { isAmong, schoolOf, senderAudience } from './membership';
export { looksLikeSender } from './own-address';
export { PERSONAL_DOMAINS } from './personal-domains';
export { isProtected, PROTECTED_CORRESPONDENTS, withoutProtected } from './protected';
export { takesReports } from './reporting';
