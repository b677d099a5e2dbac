/** What the address keeps of the matrix, so that a pasted link and the back button show the same. */
export type View = {
  team?: string;
  below?: boolean;
  name?: string;
  gaps?: boolean;
  /** by skill instead of by category */
  flat?: boolean;
  /** "name", "level" or a skill */
  sort?: string;
  down?: boolean;
  /** collapsed categories */
  shut?: string[];
  person?: string;
  skill?: string;
};

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const yes = (value: unknown) => (value === true ? true : undefined);

export function readView(search: Record<string, unknown>): View {
  return {
    team: text(search.team),
    below: yes(search.below),
    name: text(search.name),
    gaps: yes(search.gaps),
    flat: yes(search.flat),
    sort: text(search.sort),
    down: yes(search.down),
    shut: Array.isArray(search.shut) ? search.shut.filter((one) => typeof one === "string") : undefined,
    person: text(search.person),
    skill: text(search.skill),
  };
}
