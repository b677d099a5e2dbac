import { useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../api/refused";
import { type Conflict, editable, type Form, type Given, saveDraft } from "./drafts";

/** Typing is saved after a pause; what could not be saved is tried again. */
const PAUSE_MS = 600;
const AGAIN_MS = 5_000;

export type Saving =
  | { state: "nothing" }
  | { state: "saving" }
  | { state: "offline" }
  | { state: "signedOut" }
  | { state: "undecided" }
  | { state: "saved"; at: Date }
  | { state: "failed"; detail: string };

/** Answers as they are typed, saved by themselves; nothing is lost by a break of the line or the end of a session. */
export function useDraft(form: Form, firstTag: string) {
  const [answers, setAnswers] = useState<Record<string, Given>>(() =>
    Object.fromEntries(Object.entries(form.draft?.ratings ?? {}).map(([skill, given]) => [skill, editable(given)])),
  );
  const [saving, setSaving] = useState<Saving>(
    form.draft ? { state: "saved", at: new Date(form.draft.updatedAt) } : { state: "nothing" },
  );
  const [conflicts, setConflicts] = useState<Record<string, Conflict>>({});
  const newest = useRef(answers);
  const unsaved = useRef(new Map<string, Given>());
  const etag = useRef(firstTag);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(undefined);

  const save = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const attempt = async () => {
      const sent = new Map(unsaved.current);
      if (sent.size === 0) return;
      setSaving({ state: "saving" });
      try {
        const saved = await saveDraft(form, etag.current, Object.fromEntries(sent));
        etag.current = saved.etag;
        if (saved.kind === "conflict") {
          for (const skill of Object.keys(saved.conflicts)) unsaved.current.delete(skill);
          setConflicts((known) => ({ ...known, ...saved.conflicts }));
          setSaving({ state: "undecided" });
        } else {
          for (const [skill, given] of sent) {
            if (unsaved.current.get(skill) === given) unsaved.current.delete(skill);
          }
          setSaving({ state: "saved", at: new Date() });
        }
        if (unsaved.current.size > 0) timer.current = setTimeout(() => void save(), 0);
      } catch (failure) {
        if (failure instanceof Refused && failure.status !== 401) {
          setSaving({ state: "failed", detail: failure.detail });
        } else {
          setSaving({ state: failure instanceof Refused ? "signedOut" : "offline" });
          timer.current = setTimeout(() => void save(), AGAIN_MS);
        }
      }
    };
    const next = (running.current ?? Promise.resolve()).then(attempt);
    running.current = next;
    return next;
  }, [form]);

  const put = useCallback(
    (skill: string, given: Given) => {
      newest.current = { ...newest.current, [skill]: given };
      setAnswers(newest.current);
      unsaved.current.set(skill, given);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    [save],
  );

  const change = useCallback((skill: string, part: Given) => put(skill, { ...newest.current[skill], ...part }), [put]);

  /** Of two edits of the same skill the reader keeps one. */
  const settle = useCallback(
    (skill: string, mine: boolean) => {
      const conflict = conflicts[skill];
      setConflicts(({ [skill]: _, ...others }) => others);
      if (mine) put(skill, newest.current[skill] ?? {});
      else {
        newest.current = { ...newest.current, [skill]: editable(conflict?.stored ?? {}) };
        setAnswers(newest.current);
      }
    },
    [conflicts, put],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void save();
    };
  }, [save]);

  return { answers, saving, conflicts, change, settle, save, etag };
}
