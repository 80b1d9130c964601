/*
 * Answers the calls of Office.js that the task pane makes, from one draft in the page: enough to draw its pictures. The
 * tests drive Microsoft's own library; this stands in where only the look counts. `window.DRAFT` is put in before it.
 */
'use strict';
(() => {
  const draft = window.DRAFT;
  const stored = {};
  const later = (callback, value) => setTimeout(() => callback({ status: 'succeeded', value }), draft.isSlow ? 100_000 : 0);
  const people = (field) => ({
    getAsync: (callback) => later(callback, draft[field].map((emailAddress) => ({ emailAddress, displayName: '', recipientType: 'user' }))),
    setAsync: (list, callback) => {
      draft[field] = list.map(({ emailAddress }) => emailAddress);
      later(callback);
    },
    addAsync: (list, callback) => {
      draft[field].push(...list.map(({ emailAddress }) => emailAddress));
      later(callback);
    },
  });
  const item = {
    itemType: 'message',
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    from: { getAsync: (callback) => later(callback, { emailAddress: draft.from, displayName: 'Dee Marlow' }) },
    subject: {
      getAsync: (callback) => later(callback, draft.subject),
      setAsync: (subject, callback) => {
        draft.subject = subject;
        later(callback);
      },
    },
    body: { getAsync: (type, callback) => later(callback, type === 'html' ? `<p>${draft.body}</p>` : draft.body) },
    delayDeliveryTime: {
      getAsync: (callback) => later(callback, draft.deliverAt ?? 0),
      setAsync: (time, callback) => {
        draft.deliverAt = Number(time);
        later(callback);
      },
    },
    getComposeTypeAsync: (callback) => later(callback, { composeType: 'newMail', coercionType: 'html' }),
    getAttachmentsAsync: (callback) =>
      later(callback, draft.attachments.map(({ id, name, content }) => ({ id, name, size: content.length, attachmentType: 'file', isInline: false }))),
    getAttachmentContentAsync: (id, callback) => {
      if (draft.isStuck) return;
      later(callback, { content: draft.attachments.find((each) => each.id === id).content, format: 'base64' });
    },
    removeAttachmentAsync: (id, callback) => {
      draft.attachments = draft.attachments.filter((each) => each.id !== id);
      later(callback);
    },
    addFileAttachmentFromBase64Async: (content, name, callback) => {
      draft.attachments.push({ id: `added-${name}`, name, content });
      later(callback, `added-${name}`);
    },
    getInitializationContextAsync: (callback) => later(callback, ''),
    addHandlerAsync: () => undefined,
    removeHandlerAsync: () => undefined,
    sessionData: {
      getAsync: (name, callback) => later(callback, stored[name] ?? ''),
      setAsync: (name, value, callback) => {
        stored[name] = value;
        later(callback);
      },
      removeAsync: (name, callback) => {
        delete stored[name];
        later(callback);
      },
    },
  };
  window.Office = {
    onReady: (callback) => Promise.resolve().then(callback),
    EventType: {},
    actions: { associate: () => undefined },
    context: {
      requirements: { isSetSupported: () => draft.checksSends !== false },
      mailbox: { item, userProfile: { emailAddress: draft.from, displayName: 'Dee Marlow', timeZone: 'GMT Standard Time' } },
    },
  };
})();
