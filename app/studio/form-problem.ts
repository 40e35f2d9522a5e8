/** What is wrong with a form of the studio, and with which of its fields; of all of it when `field` is null. */
export type FormProblem = { field: string | null; message: string }
