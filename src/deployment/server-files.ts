import { HASHED } from './hashed';
import { HASHED_HEADERS, HEADER_RULES, TYPES } from './header-rules';
import type { HeaderRule } from './header-rules';

type Headers = HeaderRule['headers'];

/** Which headers a file gets: those for every file, and those of the first other rule that names it. */
export function headersFor(path: string): Headers {
  const every = HEADER_RULES.filter(({ files }) => files.length === 0).reduce<Headers>((all, { headers }) => ({ ...all, ...headers }), {});
  if (new RegExp(HASHED).test(path)) return { ...every, ...HASHED_HEADERS };
  const rule = HEADER_RULES.find(({ files }) => files.some((file) => (file.startsWith('/') ? path === file : path.endsWith(file))));
  return { ...every, 'Cache-Control': 'no-cache', ...(rule?.headers ?? {}) };
}

const EVERY = headersFor('/any');
const named = (files: readonly string[]): readonly string[] => files.filter((file) => file.startsWith('/'));
const endings = (files: readonly string[]): readonly string[] => files.filter((file) => !file.startsWith('/'));

/** nginx repeats no header of an outer block inside an inner one, so each block names all of its own. */
export function nginxFile(): string {
  const block = (match: string, path: string): string =>
    [`    location ${match} {`, ...Object.entries(headersFor(path)).map(([name, value]) => `        add_header ${name} "${value}" always;`), '    }'].join('\n');
  const rules = HEADER_RULES.flatMap(({ files }) => [
    ...named(files).map((file) => block(`= ${file}`, file)),
    ...(endings(files).length === 0 ? [] : [block(`~ (?:${endings(files).map((ending) => ending.replace('.', '\\.')).join('|')})$`, `/x${endings(files)[0] ?? ''}`)]),
  ]);
  return `# Heed on nginx. Put this file into conf.d, change the four lines marked with "yours", then: nginx -t && nginx -s reload
server {
    listen 443 ssl;                                    # yours
    server_name heed.school.example;                   # yours
    ssl_certificate     /etc/ssl/heed/fullchain.pem;   # yours
    ssl_certificate_key /etc/ssl/heed/private.pem;     # yours
    root /var/www/heed;                                # the archive's site folder
    index index.html;                                  # for whoever opens the bare address

    types {
${Object.entries(TYPES).map(([ending, type]) => `        ${(type.split(';')[0] ?? '').padEnd(24)} ${ending.slice(1)};`).join('\n')}
    }
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/javascript text/xml;
    etag on;
    gzip on;
    gzip_types text/javascript application/json image/svg+xml;
    gzip_vary on;
    server_tokens off;

    # Named for what is in them: they never change.
${block(`~ "${HASHED}"`, '/x.0123456789.js')}

${rules.join('\n\n')}

    location / {
${Object.entries(EVERY).map(([name, value]) => `        add_header ${name} "${value}" always;`).join('\n')}
        limit_except GET HEAD { deny all; }
    }
}
`;
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** IIS 10 sets headers by file name through `location` elements; no module beside the standard ones is needed. */
export function webConfig(hashedFiles: readonly string[], pages: readonly string[]): string {
  const location = (path: string, like = path): string => {
    const headers = Object.entries(headersFor(like)).filter(([name]) => EVERY[name] === undefined || name === 'Cache-Control');
    return `  <location path="${xml(path.slice(1))}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${headers.map(([name, value]) => `          <remove name="${name}"/>\n          <add name="${name}" value="${xml(value)}"/>`).join('\n')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  };
  const paths = [...new Set([...HEADER_RULES.flatMap(({ files }) => named(files)), ...pages, ...hashedFiles])];
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Heed on IIS: point a site with an https binding at this folder. -->
<configuration>
  <system.webServer>
    <staticContent>
${Object.entries(TYPES).map(([ending, type]) => `      <remove fileExtension="${ending}"/>\n      <mimeMap fileExtension="${ending}" mimeType="${type}"/>`).join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By"/>
${Object.entries(EVERY).map(([name, value]) => `        <add name="${name}" value="${xml(value)}"/>`).join('\n')}
      </customHeaders>
    </httpProtocol>
    <defaultDocument enabled="true">
      <files>
        <clear/>
        <add value="index.html"/>
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false"/>
    <security>
      <requestFiltering>
        <verbs allowUnlisted="false">
          <add verb="GET" allowed="true"/>
          <add verb="HEAD" allowed="true"/>
        </verbs>
      </requestFiltering>
    </security>
  </system.webServer>
${[...paths.map((path) => location(path)), location('/assets', '/assets/x.png')].join('\n')}
</configuration>
`;
}

/** Azure Static Web Apps: routes are taken in order, and the first that fits counts. */
export function staticWebApp(hashedFiles: readonly string[]): object {
  const route = (path: string, like: string): object => {
    const own = Object.entries(headersFor(like)).filter(([name, value]) => EVERY[name] !== value);
    return { route: path, headers: Object.fromEntries(own) };
  };
  return {
    routes: [
      route('/', '/index.html'),
      ...HEADER_RULES.flatMap(({ files }) => named(files).map((file) => route(file, file))),
      ...hashedFiles.map((file) => route(file, file)),
      ...HEADER_RULES.flatMap(({ files }) => endings(files).map((ending) => route(`/*.{${ending.slice(1)}}`, `/x${ending}`))),
    ].filter((entry) => Object.keys((entry as { headers: object }).headers).length > 0),
    globalHeaders: EVERY,
    mimeTypes: TYPES,
  };
}
