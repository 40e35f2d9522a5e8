// Preloaded (NODE_OPTIONS) into every process of a site whose clock is to be wrong by CLOCK_SHIFT milliseconds.
const shift = Number(process.env.CLOCK_SHIFT)
const { now } = Date

// Next puts a copy of all it finds here in its place.
Date.now = () => now() + shift
globalThis.Date = new Proxy(Date, {
  construct: (date, given, caller) =>
    Reflect.construct(date, given.length > 0 ? given : [Date.now()], caller),
})
