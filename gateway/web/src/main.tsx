import "@mantine/core/styles.css";
import "./look/look.css";
import "./text/language";
import { createTheme, MantineProvider } from "@mantine/core";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api/refused";
import { router } from "./routes";

const questions: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // the session ended elsewhere or by time: the shell shows the way back in
    onError: (failure) => {
      if (failure instanceof Refused && failure.status === 401) questions.setQueryData(["session"], null);
    },
  }),
  defaultOptions: {
    queries: {
      // a refusal stays one; only a lost connection is worth a second try
      retry: (failures, failure) => !(failure instanceof Refused) && failures < 1,
      refetchOnWindowFocus: false,
    },
  },
});

const theme = createTheme({ primaryColor: "teal", cursorType: "pointer", respectReducedMotion: true });

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    {/* without style elements, which the content security policy refuses: our own variables are in look.css */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={questions}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
