// Sentences that several inspectors say, each once.

export const OPENS = 'It opens without a password.';
export const NEEDS_PASSWORD = 'It opens only with its password.';
export const RIGHTS = 'It is protected by rights management: only people who were given rights can open it.';
export const ENCRYPTED_MAIL = 'The mail is encrypted: all but its subject and addresses opens only with a key.';
export const SIGNED = 'It may be signed, but it is not encrypted: it opens for anyone.';
export const PARTLY_ENCRYPTED = 'A part of it is encrypted; the rest opens for anyone.';
export const UNTOLD = 'It is damaged or incomplete, so it could not be told whether it has a password.';
export const UNKNOWN_KIND = 'This kind of file is not known, so it could not be told whether it has a password.';
export const NOT_JUDGED = 'This Outlook cannot tell at a send whether it has a password.';
export const LOCKED = 'It is locked, so it was not read.';
export const DAMAGED = 'It is damaged or cut off, so only part of it was read.';
export const PACKED = 'It is packed in a way that is not read here.';
export const ENTITIES = 'It uses XML entities, which were not filled in.';
export const OLDER_ENCRYPTION = 'It uses the older encryption of such files, which is easier to break than AES.';
