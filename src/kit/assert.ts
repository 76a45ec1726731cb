/**
 * A defect: something that cannot be unless the program is wrong. Never shown to people; the gate
 * turns it into a denial.
 */
export class Defect extends Error {
  override readonly name = "Defect";
}

/**
 * Aborts on a defect. For what people or other systems may get wrong, throw a `Refusal` or return
 * an answer instead.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Defect(message);
}

/**
 * Ends an exhaustive `switch`: the compiler refuses it while a case is missing, the process at run
 * time.
 */
export function unreachable(value: never): never {
  throw new Defect(`unreachable case ${JSON.stringify(value)}`);
}
