/**
 * Put into the shadow root by `adoptedStyleSheets`, which needs no nonce under a strict
 * Content-Security-Policy.
 */
export const STYLE = `
:host { all: initial; }
.box {
  --ink: var(--fairnotice-ink, #1a2233); --paper: var(--fairnotice-paper, #fff);
  --accent: var(--fairnotice-accent, #1d4fd7); --line: var(--fairnotice-line, #d5dbe6);
  --on-accent: var(--fairnotice-on-accent, #fff);
  position: fixed; inset-inline: 0; bottom: 0; z-index: 2147483000; box-sizing: border-box;
  max-height: 80vh; overflow: auto; padding: 1rem 1.25rem; background: var(--paper); color: var(--ink);
  border-top: 1px solid var(--line); box-shadow: 0 -6px 24px rgb(0 0 0 / .16);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  .box { --ink: #e9edf5; --paper: #19202d; --line: #36415a; --accent: #8fb1ff; --on-accent: #0c1220; }
}
.in { max-width: 68rem; margin: 0 auto; }
h2 { font-size: 17px; line-height: 1.25; margin: 0 0 4px; }
p { margin: 0 0 8px; }
a { color: var(--accent); }
.acts { display: flex; flex-wrap: wrap; gap: 8px; }
button {
  font: inherit; font-weight: 600; min-height: 44px; padding: 6px 16px; flex: 1 1 8rem; max-width: 16rem;
  border: 2px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); cursor: pointer;
}
button.quiet { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
fieldset { border: 0; margin: 0 0 8px; padding: 8px 0; border-top: 1px solid var(--line); min-width: 0; }
label { display: flex; gap: 10px; font-weight: 600; align-items: flex-start; }
input { width: 20px; height: 20px; margin: 1px 0 0; flex: none; accent-color: var(--accent); }
.about { margin: 2px 0 4px 30px; }
details { margin-inline-start: 30px; font-size: 14px; }
summary { cursor: pointer; min-height: 24px; }
ul { margin: 4px 0; padding-inline-start: 18px; }
.fail { font-weight: 600; color: #a4161a; }
@media (prefers-color-scheme: dark) { .fail { color: #ff9d9d; } }
@media (max-width: 30rem) { .box { padding: 10px 12px; font-size: 14px; } button { flex-basis: 6rem; padding: 4px 8px; } }
`;
