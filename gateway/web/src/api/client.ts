import createClient, { type Middleware } from "openapi-fetch";
import { csrfToken } from "./csrf";
import type { paths as Assessments } from "./generated/assessments";
import type { paths as Catalog } from "./generated/catalog";
import type { paths as Profiles } from "./generated/profiles";
import { Refused } from "./refused";

const edge: Middleware = {
  onRequest({ request }) {
    const token = request.method === "GET" ? undefined : csrfToken();
    if (token) request.headers.set("X-XSRF-TOKEN", token);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await Refused.from(response);
    return response;
  },
};

const here = { baseUrl: window.location.origin };
export const assessments = createClient<Assessments>(here);
export const catalog = createClient<Catalog>(here);
export const profiles = createClient<Profiles>(here);
for (const client of [assessments, catalog, profiles]) client.use(edge);

/** What a call answered; refusals were thrown on the way. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
