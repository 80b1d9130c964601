/*
 * The probe's send handler: the subject of the draft says how it behaves, so that one add-in plays every case. Written
 * for ES2016, because the classic client's runtime runs this very file. `onProbe` of contract.js is loaded by tests.
 */
(function () {
  'use strict';

  var STOP = { allowEvent: false, errorMessage: 'Line one.\nLine two.' };

  function withMembers(base, more) {
    return Object.assign({}, base, more);
  }

  var behaviours = {
    'allow': function (event) { event.completed({ allowEvent: true }); },
    'deny': function (event) { event.completed(STOP); },
    'deny-prompt': function (event) { event.completed(withMembers(STOP, { sendModeOverride: 'promptUser' })); },
    'deny-action': function (event) {
      event.completed(withMembers(STOP, { cancelLabel: 'Put it right', commandId: 'messagePaneButton', contextData: '{"a":1}' }));
    },
    'deny-action-again': function (event) {
      event.completed(withMembers(STOP, { cancelLabel: 'Put it right', commandId: 'messagePaneButton', contextData: '{"a":2}' }));
    },
    'deny-markdown': function (event) { event.completed(withMembers(STOP, { errorMessageMarkdown: '**Bold** words.\n\n- one\r- two\r' })); },
    'deny-wrongly': function (event) {
      event.completed({ allowEvent: false, cancelLabel: 'A label that is too long', contextData: { a: 1 }, sendModeOverride: 'block', mystery: 1 });
    },
    'throw': function () { throw new Error('probe throws'); },
    'reject': function () { return Promise.reject(new Error('probe rejects')); },
    'never': function () {},
    'double': function (event) { event.completed(STOP); event.completed({ allowEvent: true }); },
    'allow-then-deny': function (event) { event.completed({ allowEvent: true }); event.completed(STOP); },
    'bare': function (event) { event.completed(); },
    'late': function (event) { setTimeout(function () { event.completed({ allowEvent: true }); }, 250); },
  };

  Office.onReady(function () {});
  Office.actions.associate('onProbeSend', function (event) {
    return new Promise(function (resolve) {
      Office.context.mailbox.item.subject.getAsync(function (result) {
        var behave = behaviours[result.value] || behaviours.allow;
        resolve(behave(event));
      });
    });
  });
  Office.actions.associate('onProbeAttachments', function (event) { event.completed(); });
  Office.actions.associate('onCommand', function (event) { event.completed(); });
})();
