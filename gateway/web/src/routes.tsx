import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { readView } from "./matrix/view";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./start/StartPage"), "StartPage"),
});

const me = createRoute({
  getParentRoute: () => root,
  path: "/me",
  component: lazyRouteComponent(() => import("./person/MyLevelPage"), "MyLevelPage"),
});

export const person = createRoute({
  getParentRoute: () => root,
  path: "/people/$engineer",
  component: lazyRouteComponent(() => import("./person/PersonPage"), "PersonPage"),
});

export const teams = createRoute({
  getParentRoute: () => root,
  path: "/teams",
  validateSearch: readView,
  component: lazyRouteComponent(() => import("./matrix/MatrixPage"), "MatrixPage"),
});

export const review = createRoute({
  getParentRoute: () => root,
  path: "/reviews/$subject/$kind",
  // an empty skill is the last step
  validateSearch: (search: Record<string, unknown>): { skill?: string } =>
    typeof search.skill === "string" ? { skill: search.skill } : {},
  component: lazyRouteComponent(() => import("./review/ReviewPage"), "ReviewPage"),
});

const api = createRoute({
  getParentRoute: () => root,
  path: "/api-documents",
  component: lazyRouteComponent(() => import("./shell/ApiPage"), "ApiPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([start, me, person, teams, review, api]),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
