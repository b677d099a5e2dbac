import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../api/session";
import { review as route } from "../routes";
import { Failure } from "../shell/Failure";
import { Page } from "../shell/Page";
import { useWords } from "../text/useWords";
import { readForm } from "./drafts";
import { ReviewForm } from "./ReviewForm";

/** The form of one's own review, or of one about somebody else. */
export function ReviewPage() {
  const { t, of } = useWords();
  const { subject, kind } = route.useParams();
  const me = useMe();
  // read once each time it is opened: what happens to the draft elsewhere is settled when it is saved
  const form = useQuery({
    queryKey: ["review-form", subject, kind],
    queryFn: () => readForm(subject, kind),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const mine = me.data?.id === subject;
  const title = mine ? t("review.mine") : t("review.about", { name: of(form.data?.form.name) });
  return (
    <Page title={title}>
      {form.isPending && <Skeleton height={420} />}
      {form.isError && <Failure failure={form.error} again={form.refetch} />}
      {form.data && <ReviewForm key={`${subject}/${kind}`} form={form.data.form} etag={form.data.etag} />}
    </Page>
  );
}
