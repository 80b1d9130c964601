import { escapeHtml, paragraphs, textOfHtml } from '../compose/html';
import { answered, call } from './call';
import type { HostCall } from './call';
import { oneOf, text } from './checkers';

/** Coercion types on the wire. */
const TEXT = 0;
const HTML = 3;
const coercionType = oneOf(TEXT, HTML);

function asHtml(data: string, coercion: number): string {
  return coercion === HTML ? data : paragraphs(data);
}

/** The body as the host hands it out: a whole page for HTML, words for text. */
function wholePage(html: string): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">${html}</body></html>`;
}

export const BODY_CALLS: readonly HostCall[] = [
  call({
    id: 37,
    name: 'body.getAsync',
    // A later library also sends bodyMode; only its default, the whole thread, is imitated.
    params: { coercionType },
    run: ({ item }, params) => answered(params.coercionType === HTML ? wholePage(item.state.html) : textOfHtml(item.state.html)),
  }),
  call({ id: 14, name: 'body.getTypeAsync', run: ({ item }) => answered(item.state.bodyType) }),
  call({
    id: 38,
    name: 'body.setAsync',
    params: { data: text(1_000_000), coercionType },
    run: ({ item }, { data, coercionType: coercion }) => {
      item.write('html', asHtml(data, coercion), 'add-in');
      return answered();
    },
  }),
  call({
    id: 23,
    name: 'body.prependAsync',
    params: { data: text(1_000_000), coercionType },
    run: ({ item }, { data, coercionType: coercion }) => {
      item.write('html', asHtml(data, coercion) + item.state.html, 'add-in');
      return answered();
    },
  }),
  ...[13, 29].map((id) =>
    call({
      id,
      name: id === 13 ? 'body.setSelectedDataAsync' : 'setSelectedDataAsync',
      params: { data: text(1_000_000), coercionType },
      run: ({ item }, { data, coercionType: coercion }) => {
        item.write('html', item.state.html + asHtml(data, coercion), 'add-in');
        return answered();
      },
    }),
  ),
  call({ id: 28, name: 'getSelectedDataAsync', params: { coercionType }, run: () => answered({ data: '', sourceProperty: 'body' }) }),
  call({
    id: 100,
    name: 'body.appendOnSendAsync',
    params: { appendTxt: text(5_000), coercionType },
    run: ({ item }, { appendTxt, coercionType: coercion }) => {
      item.write('appendOnSend', asHtml(appendTxt, coercion), 'add-in');
      return answered();
    },
  }),
  call({
    id: 197,
    name: 'body.prependOnSendAsync',
    params: { appendTxt: text(5_000), coercionType },
    run: ({ item }, { appendTxt, coercionType: coercion }) => {
      item.write('prependOnSend', asHtml(appendTxt, coercion), 'add-in');
      return answered();
    },
  }),
  call({
    id: 173,
    name: 'body.setSignatureAsync',
    params: { data: text(120_000), coercionType },
    run: ({ item }, { data, coercionType: coercion }) => {
      const signature = coercion === HTML ? data : escapeHtml(data);
      const without = item.state.html.replace(/<div data-part="signature">[\s\S]*?<\/div><!--signature-->/, '');
      item.write('html', `${without}<div data-part="signature">${signature}</div><!--signature-->`, 'add-in');
      return answered();
    },
  }),
];
