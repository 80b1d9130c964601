/** `directRecipients` as people write it: `Direct recipients`. Ids in capitals stay as they are. */
export function humanised(key: string): string {
  if (/^[A-Z0-9][A-Z0-9.-]*$/.test(key)) return key;
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/\burl\b/g, 'web address').replace(/\bmb\b/g, 'MB');
}
