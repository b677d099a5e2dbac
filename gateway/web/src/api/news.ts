import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What the server tells: what changed, never to what. */
export type News = { event: string; data: string };

const STREAM = "/api/assessments/stream";
const EVENTS = ["level", "cycle", "inbox", "reload"];

/** Shared by all tabs of the browser, as is the lock of this name. */
const SHARED = "skill-ladder-news";

/** A closed stream is opened anew after this; a broken one the browser takes up again by itself, where it was. */
const AGAIN_MS = 30_000;

/** Many levels may change at once: they are asked for once. */
const TOGETHER_MS = 1_000;

/** The questions whose answers have become old; null for all. */
export function outdated({ event, data }: News): QueryKey[] | null {
  switch (event) {
    case "level": {
      const { engineer } = JSON.parse(data) as { engineer: string };
      return [["matrix"], ["proposals"], ["explanation", engineer], ["history", engineer]];
    }
    case "cycle":
      return [["review-requests"]];
    case "inbox":
      return [["inbox"], ["review-requests"], ["proposals"]];
    default:
      return null;
  }
}

/** Keeps what a page shows up to date while somebody is signed in. */
export function useNews(signedIn: boolean) {
  const questions = useQueryClient();
  useEffect(() => (signedIn ? listen(questions) : undefined), [questions, signedIn]);
}

/**
 * One tab reads the stream, the others hear it from there; when that tab closes, another goes on and asks anew for what it
 * may have missed. Answers how to stop.
 */
function listen(questions: QueryClient): () => void {
  // only on addresses that browsers trust, which those of the product are
  if (!navigator.locks) return () => {};
  const stopped = new AbortController();
  const waiting: News[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (news: News) => {
    waiting.push(news);
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh(questions, waiting.splice(0));
    }, TOGETHER_MS);
  };
  const others = new BroadcastChannel(SHARED);
  others.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  const tell = (news: News) => {
    others.postMessage(news);
    hear(news);
  };
  void takeTurns(tell, stopped.signal);
  return () => {
    stopped.abort();
    clearTimeout(timer);
    others.close();
  };
}

function refresh(questions: QueryClient, news: News[]) {
  const keys = news.map(outdated);
  if (keys.includes(null)) {
    void questions.invalidateQueries();
    return;
  }
  const different = new Map(keys.flatMap((some) => some ?? []).map((key) => [key.join(" "), key]));
  for (const queryKey of different.values()) void questions.invalidateQueries({ queryKey });
}

async function takeTurns(tell: (news: News) => void, signal: AbortSignal) {
  const free = await navigator.locks.request(SHARED, { ifAvailable: true }, async (lock) => {
    if (lock) await read(tell, signal);
    return lock !== null;
  });
  if (free || signal.aborted) return;
  await navigator.locks
    .request(SHARED, { signal }, async () => {
      tell({ event: "reload", data: "{}" });
      await read(tell, signal);
    })
    .catch((failure: unknown) => {
      if (!signal.aborted) throw failure;
    });
}

/** Until it is stopped. */
function read(tell: (news: News) => void, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const opened = new EventSource(STREAM);
      for (const event of EVENTS) {
        opened.addEventListener(event, ({ data }: MessageEvent<string>) => tell({ event, data }));
      }
      opened.onerror = () => {
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
      };
      stream = opened;
    };
    const end = () => {
      stream?.close();
      clearTimeout(again);
      done();
    };
    if (signal.aborted) {
      done();
      return;
    }
    signal.addEventListener("abort", end, { once: true });
    open();
  });
}
