/**
 * What is being typed into the edit forms that are open, by the ids of the comments. The list is drawn anew whenever
 * something of it changes, and a comment may stand elsewhere then: its form is opened again with these words.
 */
export const openEdits = new Map<string, string>()
