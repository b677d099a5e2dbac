import { useQuery } from "@tanstack/react-query";
import { answer, profiles } from "./client";
import { csrfToken } from "./csrf";
import { Refused } from "./refused";

export const SIGN_IN = "/login";

export type Session = { person: string; name: string; roles: string[] };

async function readSession(): Promise<Session | null> {
  const response = await fetch("/api/session", { headers: { Accept: "application/json" } });
  if (response.status === 401) return null;
  if (!response.ok) throw await Refused.from(response);
  return response.json();
}

/** Ends the session here and, where the identity provider offers it, there. */
export async function signOut() {
  const response = await fetch("/logout", { method: "POST", headers: { "X-XSRF-TOKEN": csrfToken() ?? "" } });
  window.location.assign(response.ok ? (await response.json()).next : "/");
}

export function useSession() {
  return useQuery({ queryKey: ["session"], queryFn: readSession, staleTime: 60_000 });
}

/** The person who is signed in, null for a user who is nobody's profile (human resources, curators …). */
export function useMe(enabled = true) {
  return useQuery({
    queryKey: ["me"],
    enabled,
    staleTime: 300_000,
    queryFn: () =>
      answer(profiles.GET("/api/profiles/me")).catch((failure) => {
        if (failure instanceof Refused && failure.status === 404) return null;
        throw failure;
      }),
  });
}
