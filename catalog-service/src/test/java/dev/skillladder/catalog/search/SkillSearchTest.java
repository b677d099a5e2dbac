package dev.skillladder.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SkillSearchTest extends CatalogTest {

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private SkillSearch search;

    private String framework;

    @BeforeEach
    void publishOne() {
        framework = newFramework();
        publish(framework, SmallFramework.named(framework));
    }

    @ParameterizedTest
    @CsvSource({
        "分布, distributed-training, 分布式训练",
        "训练, distributed-training, 分布式训练",
        "练, distributed-training, 分布式训练",
        "并行训练, distributed-training, 并行训练",
        "GPU 集群, distributed-training, ＧＰＵ 集群",
        "gpu, distributed-training, ＧＰＵ 集群",
        "派森, python, 派森",
        "PYTHON, python, python",
        "program, python, Python programming",
        "K8S, kubernetes, k8s",
        "data paralelism, distributed-training, data parallelism",
        "kuberntes, kubernetes, kubernetes",
        "distributed-training, distributed-training, distributed-training",
    })
    void findsByIdNameAndSynonymInBothLanguages(String q, String skill, String matched) {
        Api.Answer found = search(q);

        assertThat(found.json().at("/items/0/id").asString())
                .as(found.toString())
                .isEqualTo(skill);
        if (matched != null) {
            assertThat(found.json().at("/items/0/matched").asString()).isEqualTo(matched);
        }
        assertThat(found.json().at("/items/0/framework").asString()).isEqualTo(framework);
        assertThat(found.json().at("/items/0/name/zh").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"布分", "zzz", "%", "_", "'", "\\", "py%n"})
    void findsNothingForWhatIsNotThere(String q) {
        assertThat(ids(search(q))).isEmpty();
    }

    @Test
    void ranksTheSameBeforeWhatBeginsWithItBeforeWhatContainsIt() {
        SmallFramework document = SmallFramework.named(framework)
                .with("/skills/2/synonyms/en", "[\"k8s\", \"py\"]")
                .with("/skills/1/synonyms/en", "[\"data parallelism\", \"happy path\"]")
                .with("/skills/0/synonyms/en", "[\"scripting\"]");
        publish(framework, document);

        assertThat(ids(search("py"))).containsExactly("kubernetes", "python", "distributed-training");
    }

    @Test
    void searchesTheNewestVersionUnlessAskedForAnother() {
        publish(framework, SmallFramework.named(framework).with("/skills/2/synonyms/en", "[\"kay-eights\"]"));

        assertThat(ids(search("kay-eights"))).containsExactly("kubernetes");
        assertThat(ids(search("k8s"))).isEmpty();
        assertThat(ids(api.as("ada").get("/api/catalog/skills?q=k8s&version=1&framework=" + framework)))
                .containsExactly("kubernetes");
        assertThat(api.as("ada")
                        .get("/api/catalog/skills?q=k8s&version=7&framework=" + framework)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesThroughHitsAndThroughEverything() {
        for (String q : new String[] {"n", ""}) {
            String first = "/api/catalog/skills?limit=2&q=" + q + "&framework=" + framework;
            Api.Answer one = api.as("ada").get(first);
            Api.Answer two =
                    api.as("ada").get(first + "&after=" + one.json().at("/next").asString());

            assertThat(ids(one)).hasSize(2).doesNotContainAnyElementsOf(ids(two));
            assertThat(ids(two)).hasSize(1);
            assertThat(two.json().at("/next").isNull()).isTrue();
        }
    }

    @Test
    void refusesAnOverlongQuestion() {
        assertThat(search("x".repeat(101)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "微调",
                "fine-tuning",
                "fine tuning",
                "finetuning",
                "Fine‑Tuning",
                "finetunning",
                "fine-tunign",
                "weitiao",
                "wei tiao",
                "WeiTiao",
                "weitao",
                "wt",
                "LoRA",
                "lora 微调",
                "微调 fine-tuning",
                "adapter tuning",
                "低秩适配",
                "dizhishipei",
                "微调 lorra",
            })
    void findsFineTuningHoweverItIsTyped(String q) {
        publish(
                framework,
                SmallFramework.named(framework)
                        .with("/skills/2/id", "\"fine-tuning\"")
                        .with("/skills/2/name", "{\"zh\": \"微调\", \"en\": \"Fine-tuning\"}")
                        .with("/skills/2/synonyms", "{\"zh\": [\"低秩适配\"], \"en\": [\"LoRA\", \"adapter tuning\"]}")
                        .withText("kubernetes", "fine-tuning"));

        assertThat(ids(search(q))).as(search(q).toString()).first().isEqualTo("fine-tuning");
    }

    @Test
    void findsWordsOfAQuestionInSeveralWordings() {
        assertThat(ids(search("K8s kubernetes"))).containsExactly("kubernetes");
        assertThat(ids(search("K8s python"))).isEmpty();
    }

    @Test
    void pagesAreStableAcrossRanks() {
        Api.Answer all = search("a");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page =
                    api.as("ada").get("/api/catalog/skills?limit=1&framework=" + framework + "&q=a&after=" + after);
            paged.addAll(ids(page));
            after = page.json().at("/next").asString("");
        } while (!after.isEmpty());

        assertThat(paged).isNotEmpty().isEqualTo(ids(all));
    }

    @Test
    void draftsAreNotFound() {
        draft(framework, SmallFramework.named(framework).with("/skills/2/synonyms/en", "[\"only-in-draft\"]"));

        assertThat(ids(search("only-in-draft"))).isEmpty();
    }

    /** Hundreds of times the rows of one framework: a scan would read them all. */
    @ParameterizedTest
    @ValueSource(strings = {"微调", "finetunning", "wt"})
    void questionsUseTheIndexesOfAFilledTable(String q) {
        List<String> plan = transactions.execute(status -> {
            fill();
            search.usingIndexes();
            return SkillSearch.asked(
                            jdbc.sql("explain " + SkillSearch.FIND), Question.of(q, null, null), SkillCursor.START, 50)
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("skill_terms_by_gram"));
        assertThat(plan).anyMatch(line -> line.contains("skill_terms_by_trigram"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on skill_terms"));
    }

    private void fill() {
        jdbc.sql("""
                insert into skill_terms (framework, version, skill, kind, compact, term, grams)
                select :framework, 1, 'filler-' || number, 'WORDING', word, word,
                       array(select substr(word, at, size) from generate_series(1, length(word)) as at,
                                    generate_series(1, 2) as size where at + size <= length(word) + 1)
                from generate_series(1, 3000) as number, lateral (select md5(number::text)) as filler (word)
                """).param("framework", framework).update();
        jdbc.sql("analyze skill_terms").update();
    }

    private Api.Answer search(String q) {
        return api.as("ada")
                .get("/api/catalog/skills?framework=" + framework + "&q="
                        + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private static List<String> ids(Api.Answer answer) {
        return answer.json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
