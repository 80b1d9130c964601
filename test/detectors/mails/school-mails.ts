/*
 * A school's week as its people write it. The first set was written, and the detectors measured on it, before they were tuned
 * to any of it; the second when the first had been worked on, to see what else there was. Invented people, numbers that
 * are valid and never issued, example domains.
 */
import { teachers } from './teachers';
import { sencos } from './sencos';
import { safeguardingLeads } from './safeguarding-leads';
import { humanResources } from './human-resources';
import { examsOfficers } from './exams-officers';
import { office } from './office';
import { technicians } from './technicians';
import { governors } from './governors';
import { anyone } from './anyone';
import type { SchoolMail } from './mail-writer';
import { secondMails } from './second-mails';

export const schoolMails: readonly SchoolMail[] = [...teachers, ...sencos, ...safeguardingLeads, ...humanResources, ...examsOfficers, ...office, ...technicians, ...governors, ...anyone, ...secondMails];
