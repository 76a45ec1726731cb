import { defineRefusals, type Refuse } from "#kit/refusal";

export const vaultRefusals = defineRefusals({
  "vault.unknown_permit": {
    status: 403,
    title: "This permit was not made by the gate of this server.",
  },
  "vault.permit_over": { status: 403, title: "The permit has expired. Ask the gate again." },
  "vault.permit_void": {
    status: 409,
    title:
      "The person's state or the notice changed since the permit was made. Ask the gate again.",
  },
  "vault.not_permitted": { status: 403, title: "The permit does not name this." },
});

export const refuse: Refuse<keyof typeof vaultRefusals.catalogue> = vaultRefusals.refuse;
