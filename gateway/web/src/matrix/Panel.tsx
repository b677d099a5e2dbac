import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { explanationOf, type Line, type Text } from "../api/questions";
import { Failure } from "../shell/Failure";
import { useWords } from "../text/useWords";

type Props = { engineer: string; skill: string; person: Text | null | undefined; close: () => void };

/** Why a cell says what it says. */
export function Panel({ engineer, skill, person, close }: Props) {
  const { t, of } = useWords();
  const explanation = useQuery(explanationOf(engineer));
  const line = explanation.data?.lines.find((one) => one.skill === skill);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside
      className="panel card"
      aria-labelledby="panel-title"
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <div className="heading">
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          {of(line?.name) || skill}
        </h2>
        <Button variant="subtle" size="compact-sm" onClick={close}>
          {t("panel.close")}
        </Button>
      </div>
      <p className="quiet">
        {of(person)} ·{" "}
        <Link to="/people/$engineer" params={{ engineer }}>
          {t("panel.person")}
        </Link>
      </p>
      {explanation.isPending && <Skeleton height={240} />}
      {explanation.isError && <Failure failure={explanation.error} again={explanation.refetch} />}
      {explanation.data && !line && <p>{t("panel.noRequirement")}</p>}
      {line && (
        <>
          <p className="sentence">{of(line.sentence)}</p>
          <Estimate line={line} />
          <Inputs line={line} />
          <Requirements
            line={line}
            level={(id) => of(explanation.data?.levels.find((one) => one.level === id)?.name)}
          />
          <h3>{t("panel.change")}</h3>
          <p>
            {line.nextReview
              ? t("panel.changeBy", { who: t(`panel.review.${line.nextReview.kind}`) })
              : t("panel.noChange")}
          </p>
        </>
      )}
    </aside>
  );
}

function Estimate({ line }: { line: Line }) {
  const { t, number } = useWords();
  const estimate = line.estimate;
  return (
    <>
      <h3>{t("panel.estimate")}</h3>
      <p>
        {estimate ? (
          <>
            <strong className="large">{number(estimate.mean)}</strong>{" "}
            {t("panel.range", { low: number(estimate.low), high: number(estimate.high) })}
          </>
        ) : (
          t("panel.noEstimate")
        )}
      </p>
    </>
  );
}

function Inputs({ line }: { line: Line }) {
  const { t, of, day, number, percent } = useWords();
  const counting = line.inputs.filter((input) => input.active).sort((a, b) => b.share - a.share);
  const earlier = line.inputs.length - counting.length;
  return (
    <>
      <h3>{t("panel.inputs")}</h3>
      {line.inputs.length === 0 && <p>{t("panel.noInputs")}</p>}
      <ul className="inputs">
        {counting.map((input, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: colleagues are not told apart, so nothing else names a row
          <li key={i}>
            <span>
              {t(`panel.kind.${input.kind}`)} {of(input.name)} {input.count > 1 && `× ${input.count}`}
              <span className="quiet"> {day(input.observedOn)}</span>
            </span>
            <strong>{number(input.value)}</strong>
            <span className="track" aria-hidden="true">
              <span className="fill" style={{ width: percentOf(input.share) }} />
            </span>
            <span className="quiet">{t("panel.share", { share: percent(input.share) })}</span>
          </li>
        ))}
      </ul>
      {earlier > 0 && <p className="quiet">{t("panel.earlier", { count: earlier })}</p>}
    </>
  );
}

const percentOf = (share: number) => `${Math.round(share * 100)}%`;

function Requirements({ line, level }: { line: Line; level: (id: string) => string }) {
  const { t, of, number } = useWords();
  return (
    <>
      <h3>{t("panel.requirement")}</h3>
      {line.requirements.length === 0 && <p>{t("panel.noRequirement")}</p>}
      <ul className="list">
        {line.requirements.map((one) => (
          <li key={one.level}>
            <strong>{level(one.level) || one.level}</strong>
            <span>{t("panel.needs", { value: number(one.proficiency) })}</span>
            <span className={`badge ${one.status}`}>{t(`panel.status.${one.status}`)}</span>
            {one.mustHave && <span className="quiet">{t("panel.mustHave")}</span>}
            <span className="quiet">{of(one.certaintyText)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
