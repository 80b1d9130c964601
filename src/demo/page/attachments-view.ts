import { toBase64 } from '../compose/base64';
import type { AttachmentSeed, ComposeAttachment } from '../compose/types';
import type { ComposeHost } from '../host/compose-host';
import { button, h, icon, labelled, sizeWords } from './dom';
import { removeButton } from './people-field';
import type { View } from './people-field';

async function seedOf(file: File): Promise<AttachmentSeed> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Browser clients attach a dropped mail as an item, not as a file.
  if (/\.eml$/i.test(file.name)) return { name: file.name, eml: new TextDecoder().decode(bytes), size: bytes.length };
  return { name: file.name, base64: toBase64(bytes), ...(file.type === '' ? {} : { contentType: file.type }) };
}

const KIND_WORDS: Readonly<Record<ComposeAttachment['kind'], string>> = { file: '', item: 'attached mail', cloud: 'cloud file, only linked' };

/** The files of the draft, with a picker, a drop zone and a small form for cloud files. */
export function attachmentsView(host: ComposeHost, dropZone: HTMLElement): View {
  // Files are read one after the other, in the order in which a person chose them.
  let reading: Promise<void> = Promise.resolve();
  const addFiles = (files: readonly File[]): Promise<void> => {
    reading = reading.then(() => readFiles(files));
    return reading;
  };
  const readFiles = async (files: readonly File[]): Promise<void> => {
    for (const file of files) host.item().addAttachment(await seedOf(file), 'person');
  };
  const picker = h('input', {
    type: 'file',
    multiple: true,
    class: 'visually-hidden',
    tabindex: -1,
    'aria-hidden': 'true',
    on: {
      change: () => {
        void addFiles([...(picker.files ?? [])]).then(() => {
          picker.value = '';
        });
      },
    },
  });
  const cloud = cloudForm(host);
  const list = h('ul', { class: 'files', 'aria-label': 'Attachments' });
  const pick = button('Attach files', () => picker.click(), { class: 'quiet' });
  pick.prepend(icon('clip'));
  const element = h('div', { class: 'attachments' }, h('div', { class: 'row' }, pick, picker, cloud.open, h('span', { class: 'hint' }, 'or drop files anywhere on the draft')), cloud.form, list);

  dropZone.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    dropZone.classList.add('dropping');
  });
  dropZone.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node) || !dropZone.contains(event.relatedTarget)) dropZone.classList.remove('dropping');
  });
  dropZone.addEventListener('drop', (event) => {
    dropZone.classList.remove('dropping');
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    void addFiles([...files]);
  });

  const remove = (id: string, index: number): void => {
    host.item().removeAttachment(id, 'person');
    // Drawn at once, so that the keyboard can go to what is there now.
    update();
    const buttons = list.querySelectorAll<HTMLElement>('button');
    (buttons[Math.min(index, buttons.length - 1)] ?? pick).focus();
  };
  let shown: readonly ComposeAttachment[] | null = null;
  const update = (): void => {
    const { attachments } = host.item().state;
    if (attachments === shown) return;
    shown = attachments;
    list.hidden = attachments.length === 0;
    list.replaceChildren(
      ...attachments.map((attachment, index) =>
        h(
          'li',
          { class: 'file' },
          h('span', { class: 'file-name' }, attachment.name),
          h('span', { class: 'file-note' }, [sizeWords(attachment.size), KIND_WORDS[attachment.kind], attachment.isInline ? 'in the body' : ''].filter((word) => word !== '').join(' · ')),
          removeButton(`Remove ${attachment.name}`, () => remove(attachment.id, index)),
        ),
      ),
    );
  };
  return { element, update };
}

function cloudForm(host: ComposeHost): { readonly open: HTMLElement; readonly form: HTMLElement } {
  const name = h('input', { type: 'text', value: 'Shared register.xlsx' });
  const url = h('input', { type: 'url', value: 'https://files.oakfield.example/shared-register.xlsx' });
  const form = h(
    'form',
    {
      class: 'cloud-form row',
      hidden: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          host.item().addAttachment({ name: name.value, url: url.value, size: 0 }, 'person');
          form.hidden = true;
          open.focus();
        },
      },
    },
    labelled('Name', name),
    labelled('Link', url),
    h('button', { type: 'submit', class: 'quiet' }, 'Attach the link'),
  );
  const open = button(
    'Attach a cloud file',
    () => {
      form.hidden = !form.hidden;
      if (!form.hidden) name.focus();
    },
    { class: 'quiet' },
  );
  return { open, form };
}
