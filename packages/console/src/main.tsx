import "@mantine/core/styles.css";
import { type CSSVariablesResolver, createTheme, MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app.tsx";
import { Problem } from "./ask.ts";

const theme = createTheme({
  primaryColor: "blue",
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: "md",
  components: {
    // Commands and keys break anywhere: nothing that has to be read hides past an edge.
    Code: { styles: { root: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } } },
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
});

/** The library's own quiet colours are too faint to read (WCAG 2.2, 1.4.3). */
const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#495057",
    "--mantine-color-placeholder": "#5c636a",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-yellow-light-color": "#6b4400",
    "--mantine-color-green-light-color": "#1b5e2a",
    "--mantine-color-red-light-color": "#a31515",
    "--mantine-color-blue-light-color": "#14508c",
  },
  dark: {
    "--mantine-color-anchor": "#74c0fc",
    "--mantine-color-dimmed": "#b8bec4",
    "--mantine-color-placeholder": "#9aa1a8",
    "--mantine-color-yellow-light-color": "#ffe066",
    "--mantine-color-green-light-color": "#8ce99a",
    "--mantine-color-red-light-color": "#ffc9c9",
    "--mantine-color-blue-light-color": "#a5d8ff",
  },
});

/** A session that ended meanwhile is noticed by whatever asks first: the page to sign in comes. */
function noticeSignedOut(error: Error): void {
  if (error instanceof Problem && error.code === "staff.not_signed_in")
    void queries.invalidateQueries({ queryKey: ["session"] });
}

const queries: QueryClient = new QueryClient({
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== "session") noticeSignedOut(error);
    },
  }),
  defaultOptions: {
    queries: {
      // Asking again does not change a refusal.
      retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < 2,
      refetchOnWindowFocus: true,
    },
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readable} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/console">
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
