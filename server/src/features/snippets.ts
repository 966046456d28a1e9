/** Snippets: what completion and the snippet files write, made from a report type. */
export {}
