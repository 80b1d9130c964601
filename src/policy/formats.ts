import { quoted } from './problem';

/** One label or more, each of letters, digits and inner hyphens; `*.` may stand before them. */
export const DOMAIN = /^(?:\*\.)?(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$/;
/** The characters RFC 5322 allows before the @ without quotation marks. */
export const ADDRESS = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$/;
export const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
export const WEB_ADDRESS = /^https:\/\/[a-zA-Z0-9.-]+\.[a-zA-Z0-9-]{2,63}(?::\d{1,5})?(?:\/[^\s"<>]*)?$/;

/** Suffixes under which unrelated organisations register, so that `*.` before them trusts strangers. */
const SHARED_SUFFIXES = ['ac.uk', 'co.uk', 'gov.uk', 'ltd.uk', 'me.uk', 'net.uk', 'org.uk', 'plc.uk', 'sch.uk', 'uk.com', 'uk.net', 'gb.net', 'eu.com', 'eu.org', 'onmicrosoft.com', 'mail.onmicrosoft.com'];

/** Why a text is no domain, and what to write; null when it is one. */
export function domainProblem(text: string): string | null {
  if (/^[-!]/.test(text)) return `${quoted(text)} cannot take an entry away: lists here are only added to. Remove it.`;
  if (text.indexOf('@') !== -1) {
    const domain = text.slice(text.lastIndexOf('@') + 1);
    const remedy = DOMAIN.test(domain) ? `the domain alone: ${quoted(domain)}` : 'a domain, such as "oakfield.example"';
    return `${quoted(text)} is an address. Write ${remedy}.`;
  }
  if (/[:/\\]/.test(text)) return `${quoted(text)} is a web address. Write the domain alone, such as "oakfield.example".`;
  if (/^www\.[^*]*$/i.test(text)) return `${quoted(text)} is the name of a website. Write the domain alone: ${quoted(text.slice(4))}.`;
  if (/\s/.test(text)) return `${quoted(text)} has a space in it. Write the domain alone, such as "oakfield.example".`;
  if (text.indexOf('*', 1) !== -1 || /^\*(?!\.)/.test(text)) {
    return `${quoted(text)} has its * in the wrong place. Only "*." at the start stands for subdomains: "*.oakfield.example".`;
  }
  if (/[^\x20-\x7e]/.test(text)) return `${quoted(text)} has letters beyond a to z. Write the form that starts with "xn--".`;
  const bare = text.slice(0, 2) === '*.' ? text.slice(2) : text;
  if ((bare !== text && bare.indexOf('.') === -1 && bare !== '') || SHARED_SUFFIXES.indexOf(bare.toLowerCase()) !== -1) {
    return `${quoted(text)} covers organisations that have nothing to do with each other. List each one's own domain.`;
  }
  if (!DOMAIN.test(text) || text.length > 253) return `${quoted(text)} is not a domain. Write it in full, such as "oakfield.example".`;
  return null;
}

/** Why a text is no address, and what to write; null when it is one. */
export function addressProblem(text: string): string | null {
  // Both are legal in an address, but here they come from someone who means something else by them.
  if (/^[-!]/.test(text)) return `${quoted(text)} cannot take an entry away: lists here are only added to. Remove it.`;
  if (text.indexOf('*') !== -1) return `${quoted(text)} stands for more than one address. Write each address by itself.`;
  if (ADDRESS.test(text) && text.length <= 254) return null;
  if (/[<>\s]/.test(text)) return `${quoted(text)} holds more than an address. Write the address alone, such as "office@oakfield.example".`;
  return `${quoted(text)} is not an address. Write it in full, such as "office@oakfield.example".`;
}

/** As `addressProblem` for a text with an @, else as `domainProblem`. */
export function addressOrDomainProblem(text: string): string | null {
  if (/[^@]@/.test(text)) return addressProblem(text);
  if (/[.*\-!]/.test(text)) return domainProblem(text);
  return `${quoted(text)} is neither an address nor a domain. Write one, such as "office@oakfield.example".`;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : (LONGEST_MONTHS[month - 1] ?? 0);
}

/** Why a text is no date, and what to write; null when it is one. */
export function dateProblem(text: string): string | null {
  if (!DATE.test(text)) return `${quoted(text)} is not a date. Write year-month-day, such as "2026-09-30".`;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1990 || year > 2100) return `${quoted(text)} is out of range. Choose a date from 1990 to 2100.`;
  if (day < 1 || day > daysInMonth(year, month)) return `${quoted(text)} is not in the calendar. Check the day and the month.`;
  return null;
}

/** Why a text is no time of day, and what to write; null when it is one. */
export function timeProblem(text: string): string | null {
  if (TIME.test(text)) return null;
  return `${quoted(text)} is not a time. Write hours and minutes with two digits each, such as "07:30".`;
}

/** Why a text is no link a sender may be shown, and what to write; null when it is one. */
export function urlProblem(text: string): string | null {
  if (WEB_ADDRESS.test(text) && text.length <= 500) return null;
  return `${quoted(text)} is not a secure web address. Write it in full, such as "https://www.oakfield.example/policies".`;
}

/** The days from one date to another, both ISO; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months on, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));
  return `${newYear}-${pad(newMonth)}-${pad(Math.min(day, daysInMonth(newYear, newMonth)))}`;
}

/** Days since 1 January of year 0 in the Gregorian calendar. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let each = 1; each < month; each += 1) days += daysInMonth(year, each);
  return days + day;
}
