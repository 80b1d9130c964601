/*
 * The add-in of the contract suite. Every probe is a question to the library: it gets the item and `ask`, which turns a
 * callback call into a promise of `{ status, value, code }`, and completes its event with what it learned. Written for
 * ES2016, because the classic client's runtime runs this very file.
 */
(function () {
  'use strict';

  function ask(call) {
    return new Promise(function (resolve) {
      call(function (result) {
        var failed = result.status === 'failed';
        resolve(failed ? { failed: result.error.code } : { value: result.value });
      });
    });
  }

  function thrown(call) {
    try {
      call();
      return 'nothing was thrown';
    } catch (error) {
      return String(error && error.message ? error.message : error);
    }
  }

  function later(milliseconds) {
    return new Promise(function (resolve) {
      setTimeout(resolve, milliseconds);
    });
  }

  /** Runs one question after the other and answers all answers. */
  function inTurn(questions) {
    return questions.reduce(function (before, question) {
      return before.then(function (answers) {
        return Promise.resolve(question()).then(function (answer) {
          return answers.concat([answer]);
        });
      });
    }, Promise.resolve([]));
  }

  function brief(person) {
    return { address: person.emailAddress, name: person.displayName, type: person.recipientType };
  }

  var probes = {
    'subject': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.subject.getAsync(done); }); },
        function () { return ask(function (done) { item.subject.setAsync('Changed', done); }); },
        function () { return ask(function (done) { item.subject.getAsync(done); }); },
      ]);
    },
    'long-subject': function (item) {
      return thrown(function () { item.subject.setAsync(new Array(257).join('x'), function () {}); });
    },
    'read-people': function (item) {
      return inTurn(['to', 'cc', 'bcc'].map(function (field) {
        return function () {
          return ask(function (done) { item[field].getAsync(done); }).then(function (answer) { return answer.value.map(brief); });
        };
      }));
    },
    'count-people': function (item) {
      return ask(function (done) { item.to.getAsync(done); }).then(function (answer) { return answer.value.length; });
    },
    'write-people': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.to.setAsync([{ emailAddress: 'new@x.example', displayName: 'New' }], done); }); },
        function () { return ask(function (done) { item.to.addAsync(['second@x.example'], done); }); },
        function () { return ask(function (done) { item.bcc.setAsync([], done); }); },
        function () { return ask(function (done) { item.to.getAsync(done); }).then(function (answer) { return answer.value.map(brief); }); },
        function () { return ask(function (done) { item.bcc.getAsync(done); }); },
      ]);
    },
    'from': function (item) {
      var profile = Office.context.mailbox.userProfile;
      return ask(function (done) { item.from.getAsync(done); }).then(function (answer) {
        return [answer.value.emailAddress, answer.value.displayName, profile.emailAddress, profile.displayName, profile.timeZone];
      });
    },
    'body': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.body.getTypeAsync(done); }); },
        function () { return ask(function (done) { item.body.getAsync('text', done); }); },
        function () { return ask(function (done) { item.body.getAsync('html', done); }).then(function (answer) { return answer.value.indexOf('<b>bold</b>') > 0; }); },
        function () { return ask(function (done) { item.body.setAsync('<p>new</p>', { coercionType: 'html' }, done); }); },
        function () { return ask(function (done) { item.body.getAsync('text', done); }); },
      ]);
    },
    'attachments': function (item) {
      return ask(function (done) { item.getAttachmentsAsync(done); }).then(function (list) {
        return inTurn(list.value.map(function (attachment) {
          return function () {
            return ask(function (done) { item.getAttachmentContentAsync(attachment.id, done); }).then(function (answer) {
              return [attachment.name, attachment.attachmentType, attachment.size, attachment.isInline,
                answer.failed || answer.value.format, answer.failed ? '' : answer.value.content];
            });
          };
        }));
      });
    },
    'unknown-attachment': function (item) {
      return ask(function (done) { item.getAttachmentContentAsync('no-such-id', done); });
    },
    'content-length': function (item) {
      return ask(function (done) { item.getAttachmentsAsync(done); }).then(function (list) {
        return ask(function (done) { item.getAttachmentContentAsync(list.value[0].id, done); });
      }).then(function (answer) { return answer.value.content.length; });
    },
    'change-attachments': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.addFileAttachmentFromBase64Async('aGVsbG8=', 'new.txt', done); }); },
        function () { return ask(function (done) { item.getAttachmentsAsync(done); }).then(function (list) {
          var mine = list.value[list.value.length - 1];
          return ask(function (done) { item.removeAttachmentAsync(list.value[0].id, done); }).then(function (removed) {
            return [mine.name, mine.size, removed];
          });
        }); },
        function () { return ask(function (done) { item.removeAttachmentAsync('no-such-id', done); }); },
        function () { return ask(function (done) { item.getAttachmentsAsync(done); }).then(function (list) {
          return list.value.map(function (attachment) { return attachment.name; });
        }); },
      ]).then(function (answers) { return answers.slice(1); });
    },
    'schedule': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.delayDeliveryTime.getAsync(done); }); },
        function () { return ask(function (done) { item.delayDeliveryTime.setAsync(new Date(1800000000000), done); }); },
        function () { return ask(function (done) { item.delayDeliveryTime.getAsync(done); }); },
      ]);
    },
    'session-data': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.sessionData.getAsync('mine', done); }); },
        function () { return ask(function (done) { item.sessionData.setAsync('mine', 'kept', done); }); },
        function () { return ask(function (done) { item.sessionData.getAsync('mine', done); }); },
        function () { return ask(function (done) { item.sessionData.getAllAsync(done); }); },
        function () { return ask(function (done) { item.sessionData.setAsync('big', new Array(50001).join('x'), done); }); },
        function () { return ask(function (done) { item.sessionData.removeAsync('mine', done); }); },
        function () { return ask(function (done) { item.sessionData.clearAsync(done); }); },
      ]);
    },
    'custom-properties': function (item) {
      return ask(function (done) { item.loadCustomPropertiesAsync(done); }).then(function (loaded) {
        loaded.value.set('answer', 42);
        return ask(function (done) { loaded.value.saveAsync(done); });
      }).then(function (saved) {
        return ask(function (done) { item.loadCustomPropertiesAsync(done); }).then(function (again) {
          return ['failed' in saved, again.value.get('answer')];
        });
      });
    },
    'roaming-settings': function () {
      var settings = Office.context.roamingSettings;
      var before = settings.get('visits');
      settings.set('visits', (before || 0) + 1);
      return ask(function (done) { settings.saveAsync(done); }).then(function (saved) { return [before === undefined ? 'none' : before, 'failed' in saved]; });
    },
    'internet-headers': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.internetHeaders.setAsync({ 'x-one': '1', 'x-two': '2' }, done); }); },
        function () { return ask(function (done) { item.internetHeaders.removeAsync(['x-two'], done); }); },
        function () { return ask(function (done) { item.internetHeaders.getAsync(['x-one', 'x-two'], done); }); },
      ]);
    },
    'notifications': function (item) {
      var note = { type: 'informationalMessage', message: 'Hello.', icon: 'Icon.16', persistent: false };
      var add = function (key) { return function () { return ask(function (done) { item.notificationMessages.addAsync(key, note, done); }); }; };
      return inTurn([
        add('one'), add('one'), add('two'), add('three'), add('four'), add('five'), add('six'),
        function () { return ask(function (done) { item.notificationMessages.removeAsync('six', done); }); },
        function () { return ask(function (done) { item.notificationMessages.replaceAsync('one', { type: 'errorMessage', message: 'Stop.' }, done); }); },
        function () { return ask(function (done) { item.notificationMessages.getAllAsync(done); }).then(function (all) {
          return [all.value.length, all.value[0].type, all.value[0].message];
        }); },
      ]);
    },
    'context-data': function (item) {
      return ask(function (done) { item.getInitializationContextAsync(done); });
    },
    'saving': function (item) {
      return inTurn([
        function () { return ask(function (done) { item.getItemIdAsync(done); }); },
        function () { return ask(function (done) { item.saveAsync(done); }); },
        function () { return ask(function (done) { item.getItemIdAsync(done); }); },
      ]);
    },
    'compose-type': function (item) {
      return ask(function (done) { item.getComposeTypeAsync(done); });
    },
    'appointment': function (item) {
      return inTurn([
        function () { return [item.itemType, typeof item.requiredAttendees.getAsync]; },
        function () { return ask(function (done) { item.start.getAsync(done); }).then(function (answer) { return answer.value.getTime(); }); },
        function () { return ask(function (done) { item.end.getAsync(done); }).then(function (answer) { return answer.value.getTime(); }); },
        function () { return ask(function (done) { item.location.getAsync(done); }); },
        function () { return ask(function (done) { item.requiredAttendees.getAsync(done); }).then(function (answer) { return answer.value.map(brief); }); },
        function () { return ask(function (done) { item.optionalAttendees.getAsync(done); }).then(function (answer) { return answer.value.map(brief); }); },
      ]);
    },
    'newer-members': function (item) {
      return inTurn([
        function () { return Office.MailboxEnums.SendModeOverride.PromptUser; },
        function () { return Office.EventType.InitializationContextChanged; },
        function () { return ask(function (done) { item.getItemClassAsync(done); }); },
        function () { return ask(function (done) { item.sensitivityLabel.getAsync(done); }); },
        function () { return ask(function (done) { item.body.prependOnSendAsync('before', { coercionType: 'text' }, done); }); },
      ]);
    },
    'members': function (item) {
      var names = ['delayDeliveryTime', 'sessionData', 'getComposeTypeAsync', 'getAttachmentContentAsync', 'inReplyTo'];
      return names.map(function (name) { return name in item && item[name] !== undefined; })
        .concat([typeof item.body.getAsync, typeof item.body.setSignatureAsync])
        .concat(['1.8', '1.12', '1.14', '1.15'].map(function (set) { return Office.context.requirements.isSetSupported('Mailbox', set); }));
    },
    'no-permission': function (item) {
      return [
        thrown(function () { item.subject.setAsync('No', function () {}); }),
        thrown(function () { item.subject.getAsync(function () {}); }),
      ];
    },
    'no-item': function () {
      var item = Office.context.mailbox.item;
      return item === null || item === undefined;
    },
    'hang': function (item) {
      return Promise.race([
        ask(function (done) { item.subject.getAsync(done); }),
        later(120).then(function () { return 'never answered'; }),
      ]);
    },
    'twice': function (item) {
      var answers = 0;
      item.subject.getAsync(function () { answers += 1; });
      return later(120).then(function () { return answers; });
    },
    'missing': function (item) {
      return [typeof item.subject.getAsync, typeof item.subject.setAsync, typeof item.getAttachmentsAsync];
    },
    'throws': function (item) {
      return [thrown(function () { item.getAttachmentsAsync(function () {}); }), thrown(function () { item.body.getAsync('text', function () {}); })];
    },
    'item-changes': function (item) {
      return later(120).then(function () { return ask(function (done) { item.subject.getAsync(done); }); });
    },
    'forbidden': function (item) {
      return ask(function (done) { item.closeAsync({ discardItem: true }, done); });
    },
    'wrong-argument': function (item) {
      return thrown(function () { item.subject.getAsync(); });
    },
    'async-context': function (item) {
      return new Promise(function (resolve) {
        item.subject.getAsync({ asyncContext: { mine: 1 } }, function (result) { resolve(result.asyncContext); });
      });
    },
    'events': function (item) {
      var seen = [];
      var listen = function (type) {
        return ask(function (done) {
          item.addHandlerAsync(type, function (event) { seen.push([event.type, event.attachmentStatus || event.changedRecipientFields || '']); }, done);
        });
      };
      return inTurn([
        function () { return listen(Office.EventType.RecipientsChanged); },
        function () { return listen(Office.EventType.AttachmentsChanged); },
        function () { return ask(function (done) { item.to.addAsync(['heard@x.example'], done); }); },
        function () { return ask(function (done) { item.addFileAttachmentFromBase64Async('aGk=', 'heard.txt', done); }); },
        function () { return later(60); },
      ]).then(function () { return seen; });
    },
  };

  Office.onReady(function () {});
  Office.actions.associate('onProbe', function (event) {
    var item = Office.context.mailbox.item;
    Promise.resolve()
      .then(function () { return probes[event.probe](item); })
      .then(
        function (result) { event.completed({ result: result }); },
        function (error) { event.completed({ error: String(error && error.message ? error.message : error) }); },
      );
  });
})();
