import { defineRefusals, type Refuse } from "#kit/refusal";

/** What the edge itself refuses, whatever was asked. */
export const httpRefusals = defineRefusals({
  "http.not_found": {
    status: 404,
    title: "There is nothing at this address. Check it, or start from the first page.",
  },
  "http.invalid": {
    status: 422,
    title:
      "What was sent does not have the expected shape. Go back, look at what you entered and send it again.",
  },
  "http.too_many": {
    status: 429,
    title: "Too many requests come from this address. Try again in a minute.",
  },
  "http.too_large": {
    status: 413,
    title: "This is too large. Send less text, or a smaller file.",
  },
  "http.bad_request": {
    status: 400,
    title: "The request could not be read. Go back and try again.",
  },
  "http.cross_site": {
    status: 403,
    title:
      "This request came from another site and was refused. Open the page itself and send the form from there.",
  },
  "http.defect": {
    status: 500,
    title:
      "Something went wrong on our side, and nothing was recorded. The fault is in our log; try again later.",
  },
  "database.away": {
    status: 503,
    title:
      "The database does not answer at the moment; we cannot tell whether it was recorded. Try again in some seconds.",
  },
});

export const refuse: Refuse<keyof typeof httpRefusals.catalogue> = httpRefusals.refuse;
