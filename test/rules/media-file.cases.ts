import type { RuleCases } from '../story';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const mp3 = bytes('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000');
const mp4 = bytes('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom');
const m4a = bytes('\u0000\u0000\u0000\u0018ftypM4A \u0000\u0000\u0000\u0000M4A isom');
const wav = bytes('RIFF\u0024\u0000\u0000\u0000WAVEfmt ');
const mkv = bytes('\u001aE\u00df\u00a3\u0001\u0000\u0000\u0000');
/** A zip, not compressed, of one file of one letter. */
const zipOf = (name: string): Uint8Array =>
  bytes(
    'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0000\u0000\u0000`!]\u0083\u0016\u00dc\u008c\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000"\u0000\u0000\u0000' + name + 'xPK\u0001\u0002\u0014\u0000\u0014\u0000\u0000\u0000\u0000\u0000\u0000`!]\u0083\u0016\u00dc\u008c\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000"\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000' + name + 'PK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000P\u0000\u0000\u0000A\u0000\u0000\u0000\u0000\u0000',
  );

const withFile = (name: string, content: Uint8Array) => ({ attachments: [{ name, bytes: content }] });

export const cases: RuleCases = {
  finds: [
    {
      name: 'a mix of songs',
      draft: withFile('Summer mix 7.mp3', mp3),
      situations: ['published'],
      saw: "'Summer mix 7.mp3' is a music file. Check the school has the right to share it.",
    },
    { name: 'a track with its number, singer and title', draft: withFile('03 - The Examples - Long Way Home.mp3', mp3), situations: ['published'] },
    { name: 'a song under another ending, told by its bytes', draft: withFile('Long Way Home (Official Audio).dat', mp3), situations: ['published'] },
    { name: 'a song in a second format', draft: withFile('Long Way Home (Remastered).m4a', m4a), situations: ['published'] },
    { name: 'a film as film collectors name it', draft: withFile('The.Long.Walk.2019.1080p.BluRay.x264.mkv', mkv), situations: ['published'], saw: "'The.Long.Walk.2019.1080p.BluRay.x264.mkv' is a video. Check the school has the right to share it." },
    { name: 'a music video', draft: withFile('Long Way Home (Official Video).mp4', mp4), situations: ['published'] },
    { name: 'an episode of a series', draft: withFile('Hollow Hill S01E02.mp4', mp4), situations: ['published'] },
    { name: 'an audiobook', draft: withFile('The Tin Box (Unabridged).mp3', mp3), situations: ['published'] },
    { name: 'a label’s name the owner has listed', draft: withFile('Tinbox Records sampler.wav', wav), options: { commercialPatterns: ['Tinbox Records'] }, situations: ['published'] },
    {
      name: 'an album in a zip',
      draft: withFile('for you.zip', zipOf('05 - The Examples - Home Again.mp3')),
      situations: ['published'],
      saw: "'for you.zip' has music, video or books in it. Check the school has the right to share it.",
    },
    { name: 'a song on an invitation', draft: { kind: 'appointment', ...withFile('Party mix.mp3', mp3) }, situations: ['published'] },
  ],
  clears: [
    { name: 'a letter', draft: { attachments: [{ name: 'Letter.txt', text: 'Dear parents' }] } },
    { name: 'a text that is called a song', draft: { attachments: [{ name: 'Summer mix 7.mp3', text: 'only words' }] } },
    { name: 'a telephone’s own recording', draft: withFile('Recording 12.m4a', m4a) },
    { name: 'a voice memo', draft: withFile('New voice memo 3.m4a', m4a) },
    { name: 'a film from a telephone', draft: withFile('IMG_2231.MOV', mp4) },
    { name: 'a film from another telephone, with its resolution', draft: withFile('VID_20261112_101500_1080p.mp4', mp4) },
    { name: 'an assembly that was filmed', draft: withFile('Year 5 assembly.mp4', mp4) },
    { name: 'the choir at a concert', draft: withFile('Choir - Winter concert - final mix.wav', wav) },
    { name: 'a pupil reading aloud', draft: withFile('Ada reading aloud.mp3', mp3) },
    { name: 'an online meeting', draft: withFile('GMT20261112-090000_Recording_1920x1080.mp4', mp4) },
    { name: 'a training film the school made', draft: withFile('Fire training.mp4', mp4) },
    { name: 'an interview for the school podcast', draft: withFile('Podcast interview feat Year 6.mp3', mp3) },
    { name: 'an oral examination', draft: withFile('French speaking candidate 0041.mp3', mp3) },
    { name: 'a song that is only linked', draft: { attachments: [{ name: 'Summer mix 7.mp3', kind: 'link' }] } },
    { name: 'a sound in the text, such as a voice message', draft: { attachments: [{ name: 'Summer mix 7.mp3', bytes: mp3, inline: true }] } },
    { name: 'our song for the leavers', draft: withFile('Our leavers song.mp3', mp3) },
    { name: 'a zip of the school’s own recordings', draft: withFile('concert.zip', zipOf('Year 6 concert rehearsal.wav, no 2')) },
    { name: 'phonics sounds', draft: withFile('Phonics phase 3 album.mp3', mp3) },
    { name: 'a format the owner does not look at', draft: withFile('Party mix.mp3', mp3), options: { types: ['mp4'] } },
  ],
};
