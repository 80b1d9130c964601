'use strict';
/** A page of ours, as text: the lines of its body, the content security policy and the style in its head, if any. */
module.exports = function htmlPage(title, body, { policy = null, style = null } = {}) {
  const head = [
    '<meta charset="utf-8">',
    ...(policy === null ? [] : [`<meta http-equiv="Content-Security-Policy" content="${policy}">`]),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    ...(style === null ? [] : [`<style>${style}</style>`]),
  ];
  return `<!doctype html>
<html lang="en-GB">
  <head>
    ${head.join('\n    ')}
  </head>
  <body>
${body}
  </body>
</html>
`;
};
