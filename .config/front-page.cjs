'use strict';
/*
 * What a host says to whoever opens its bare address. Outlook never asks for it. Azure Static Web Apps takes no folder without
 * an index.html.
 */
const htmlPage = require('./html-page.cjs');

const STYLE = `
:root { color-scheme: light dark; }
body { box-sizing: border-box; max-width: 36rem; margin: 0 auto; padding: 3rem 1.25rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; color: #262522; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
dt { margin-top: 1rem; font-weight: 600; }
dd { margin: 0; }
a { color: #0b5c67; }
@media (prefers-color-scheme: dark) {
  body { color: #f2f1ef; background: #1f1f1f; }
  a { color: #74c7d3; }
}
`;

const BODY = `    <main>
      <h1>Heed is here</h1>
      <p>Outlook fetches Heed from this address by itself. If you came to write an email, there is nothing to do here.</p>
      <p>For IT and for whoever looks after the policy:</p>
      <dl>
        <dt><a href="diagnosis.html">What works here</a></dt>
        <dd>asks for every file and says what is wrong with this host.</dd>
        <dt><a href="setup.html">Set up Heed</a></dt>
        <dd>writes the manifest for the Microsoft 365 admin centre.</dd>
        <dt><a href="studio.html">The studio</a></dt>
        <dd>is where the rules are tuned and tried out.</dd>
      </dl>
    </main>`;

module.exports = htmlPage('Heed', BODY, { style: STYLE });
