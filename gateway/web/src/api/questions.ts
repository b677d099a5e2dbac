import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, assessments, catalog, profiles } from "./client";
import type { components } from "./generated/assessments";
import type { components as Published } from "./generated/catalog";

type Schemas = components["schemas"];
export type Text = Schemas["Text"];
export type Matrix = Schemas["Matrix"];
export type MatrixPerson = Schemas["MatrixPerson"];
export type MatrixColumn = Schemas["MatrixColumn"];
export type Explanation = Schemas["Explanation"];
export type Line = Schemas["ExplanationLine"];
export type State = NonNullable<MatrixPerson["state"]>;
export type Notice = Schemas["Notice"];
export type HistoryPoint = Schemas["HistoryPoint"];
export type Framework = Published["schemas"]["FrameworkDocument"];

const MINUTE = 60_000;

export const allTeams = queryOptions({
  queryKey: ["teams"],
  staleTime: 5 * MINUTE,
  queryFn: async () => {
    const page = () => profiles.GET("/api/profiles/teams", { params: { query: { limit: 200 } } });
    const first = await answer(page());
    const teams = [...first.items];
    for (let next = first.next; next; ) {
      const more = await answer(
        profiles.GET("/api/profiles/teams", { params: { query: { limit: 200, after: next } } }),
      );
      teams.push(...more.items);
      next = more.next;
    }
    return teams;
  },
});

export const matrixOf = (team: string, subteams: boolean) =>
  queryOptions({
    queryKey: ["matrix", team, subteams],
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        assessments.GET("/api/assessments/teams/{team}/matrix", { params: { path: { team }, query: { subteams } } }),
      ),
  });

export const explanationOf = (engineer: string) =>
  queryOptions({
    queryKey: ["explanation", engineer],
    staleTime: MINUTE,
    queryFn: () =>
      answer(assessments.GET("/api/assessments/engineers/{engineer}/explanation", { params: { path: { engineer } } })),
  });

export const historyOf = (engineer: string) =>
  queryOptions({
    queryKey: ["history", engineer],
    staleTime: MINUTE,
    queryFn: () =>
      answer(
        assessments.GET("/api/assessments/engineers/{engineer}/history", {
          params: { path: { engineer }, query: { limit: 200 } },
        }),
      ),
  });

export const personOf = (id: string) =>
  queryOptions({
    queryKey: ["person", id],
    staleTime: 5 * MINUTE,
    queryFn: () => answer(profiles.GET("/api/profiles/engineers/{id}", { params: { path: { id } } })),
  });

/** Published versions never change; only which one is the newest does. */
export const frameworkOf = (framework: string) =>
  queryOptions({
    queryKey: ["framework", framework],
    staleTime: 30 * MINUTE,
    queryFn: async () =>
      (
        await answer(
          catalog.GET("/api/catalog/frameworks/{framework}/versions/{version}", {
            params: { path: { framework, version: "latest" } },
          }),
        )
      ).document as unknown as Framework,
  });

export const proposals = queryOptions({
  queryKey: ["proposals"],
  staleTime: MINUTE,
  queryFn: () => answer(assessments.GET("/api/assessments/proposals", { params: { query: { limit: 20 } } })),
});

export const openRequests = queryOptions({
  queryKey: ["review-requests"],
  staleTime: MINUTE,
  queryFn: () =>
    answer(assessments.GET("/api/assessments/review-requests", { params: { query: { state: "OPEN", limit: 20 } } })),
});

export const notices = queryOptions({
  queryKey: ["inbox"],
  staleTime: MINUTE,
  queryFn: () => answer(assessments.GET("/api/assessments/inbox", { params: { query: { unread: true, limit: 20 } } })),
});
