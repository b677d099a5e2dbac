import { csrfToken } from "../api/csrf";
import type { components } from "../api/generated/assessments";
import { Refused } from "../api/refused";

type Schemas = components["schemas"];
export type Form = Schemas["Form"];
export type FormSkill = Schemas["FormSkillOfForm"];
export type Kind = Form["kind"];
export type AnswerKind = Schemas["FormNamedAnswer"]["answer"];
export type Given = {
  answer?: AnswerKind | null;
  value?: number | null;
  comment?: string | null;
  workedLittle?: boolean | null;
  evidence?: string[] | null;
};

/** What another tab or device stored for a skill, and what this one wanted to. */
export type Conflict = { stored: Given | null; given: Given | null };

export type Saved =
  | { kind: "saved"; etag: string }
  | { kind: "conflict"; etag: string; conflicts: Record<string, Conflict> };

/** A problem of a submission, and the skill it is about. */
export type Problem = { skill: string | undefined; detail: string };

const FORMS = "/api/assessments/review-forms";
const DRAFTS = "/api/assessments/review-drafts";

/** The form, and the tag of the draft that belongs to it. */
export async function readForm(subject: string, kind: string): Promise<{ form: Form; etag: string }> {
  const response = await fetch(`${FORMS}/${subject}/${kind}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw await Refused.from(response);
  return { form: await response.json(), etag: response.headers.get("ETag") ?? '"0"' };
}

/** Stores these skills and leaves the others; two edits of the same skill are a conflict, and nothing is stored. */
export async function saveDraft(form: Form, etag: string, ratings: Record<string, Given>): Promise<Saved> {
  const response = await fetch(`${DRAFTS}/${form.subject}/${form.kind}`, {
    method: "PATCH",
    headers: headers(etag),
    body: JSON.stringify({ framework: form.framework, frameworkVersion: form.frameworkVersion, ratings }),
  });
  if (response.status === 412) {
    const { etag: newest, conflicts } = await response.json();
    return { kind: "conflict", etag: newest, conflicts };
  }
  if (!response.ok) throw await Refused.from(response);
  return { kind: "saved", etag: response.headers.get("ETag") ?? etag };
}

/** Submits exactly what was seen; answers what is wrong with it, nothing when it was taken. */
export async function submitDraft(form: Form, etag: string): Promise<Problem[]> {
  const response = await fetch(`${DRAFTS}/${form.subject}/${form.kind}/submission`, {
    method: "POST",
    headers: headers(etag),
  });
  if (response.ok) return [];
  if (response.status !== 422) throw await Refused.from(response);
  const problem = await response.json();
  const errors: { pointer: string; detail: string }[] = problem.errors ?? [];
  if (errors.length === 0) return [{ skill: undefined, detail: problem.detail }];
  return errors.map(({ pointer, detail }) => ({ skill: /^\/ratings\/([^/]+)/.exec(pointer)?.[1], detail }));
}

function headers(etag: string) {
  return { "Content-Type": "application/json", "If-Match": etag, "X-XSRF-TOKEN": csrfToken() ?? "" };
}

/** Of what is stored, what can be sent again. */
export function editable({ answer, value, comment, workedLittle, evidence }: Given): Given {
  return { answer, value, comment, workedLittle, evidence };
}

export function isAnswered(given: Given | undefined): boolean {
  return given?.answer === "VALUE" ? given.value != null : Boolean(given?.answer);
}
