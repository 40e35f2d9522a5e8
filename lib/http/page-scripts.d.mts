/** Gives back what it was given, an entry of Next's page cache or null. */
export function fitScripts<Entry>(entry: Entry): Entry
