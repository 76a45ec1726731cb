/** The door of collection: forms of the notice. Rank 5; see README.md. */
export { collectionRefusals } from "./errors.ts";
export { type CheckedValue, checkFields, type FieldProblem } from "./field-values.ts";
export type {
  Collected,
  CollectedValue,
  CollectionPorts,
  CollectRequest,
  GrantRequest,
} from "./ports.ts";
export { dropOldKeys, eraseSubmissions, submissionsOf } from "./store.ts";
export { type Submission, type Submitted, scopeId, submitForm } from "./submit-form.ts";
