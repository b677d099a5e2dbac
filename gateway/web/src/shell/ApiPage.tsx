import { useWords } from "../text/useWords";
import { Page } from "./Page";

const documents = ["catalog", "profiles", "assessments"] as const;

export function ApiPage() {
  const { t } = useWords();
  return (
    <Page title={t("nav.api")}>
      <section className="card">
        <p>{t("api.text")}</p>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("api.document")}</th>
              <th scope="col">{t("api.holds")}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((name) => (
              <tr key={name}>
                <td>
                  <a href={`/api/openapi/${name}`}>/api/openapi/{name}</a>
                </td>
                <td>{t(`api.${name}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  );
}
