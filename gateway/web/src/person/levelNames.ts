import { useQuery } from "@tanstack/react-query";
import { type Framework, frameworkOf } from "../api/questions";
import { useWords } from "../text/useWords";

type Published = Pick<Framework, "ladders" | "roles" | "categories">;

/** Names of levels and categories of a framework, their ids until it is there. */
export function useNames(framework: string | null | undefined) {
  const { of } = useWords();
  const { data } = useQuery({ ...frameworkOf(framework ?? ""), enabled: Boolean(framework) });
  const published: Published | undefined = data;
  return {
    level: (id: string | null | undefined) => {
      if (!id) return undefined;
      const level = published?.ladders.flatMap((ladder) => ladder.levels).find((one) => one.id === id);
      return of(level?.name) || id;
    },
    /** lowest first */
    levels: published?.ladders.flatMap((ladder) => ladder.levels.map((level) => level.id)) ?? [],
    role: (id: string | null | undefined) => of(published?.roles.find((one) => one.id === id)?.name) || (id ?? ""),
    category: (id: string) => of(published?.categories.find((one) => one.id === id)?.name) || id,
    categoryOrder: (id: string) => published?.categories.findIndex((one) => one.id === id) ?? 0,
  };
}
