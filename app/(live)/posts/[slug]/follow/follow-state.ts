/** What is wrong with what was sent: with the address, when `isOfField`, or with all of it. */
export type FollowProblem = { message: string; isOfField: boolean; typed: string }
