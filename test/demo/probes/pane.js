/* The probe's pane: shows its context data and the subject, follows changes, and removes an attachment. */
(function () {
  'use strict';

  function show(id, text) {
    document.getElementById(id).textContent = text;
  }

  function readContext() {
    Office.context.mailbox.item.getInitializationContextAsync(function (result) {
      show('context', result.status === 'succeeded' ? String(result.value || 'none') : 'failed ' + result.error.code);
    });
  }

  function readSubject() {
    Office.context.mailbox.item.subject.getAsync(function (result) {
      show('subject', result.status === 'succeeded' ? result.value : 'failed ' + result.error.code);
    });
  }

  Office.onReady(function () {
    readContext();
    readSubject();
    var item = Office.context.mailbox.item;
    item.addHandlerAsync(Office.EventType.InitializationContextChanged, function (event) {
      show('context', event.initializationContextData);
    });
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, readSubject);
    document.getElementById('remove').addEventListener('click', function () {
      Office.context.mailbox.item.getAttachmentsAsync(function (list) {
        Office.context.mailbox.item.removeAttachmentAsync(list.value[0].id, function () {});
      });
    });
  });
})();
