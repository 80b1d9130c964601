import { check } from '../check';
import { announceReady, associate, builtInPolicy, buildName, sendHandler, warmUpHandler } from '../outlook';

const checking = { policy: builtInPolicy(), build: buildName(), check };

// By the names in the manifest, and while the file loads: classic Outlook runs nothing later.
associate('onMessageSend', sendHandler(checking));
associate('onAppointmentSend', sendHandler(checking));
associate('onMessageAttachmentsChanged', warmUpHandler(checking));
associate('onAppointmentAttachmentsChanged', warmUpHandler(checking));
announceReady();
