package dev.skillladder.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Words of two characters are found through the index; the planner only prefers a scan of so small a table. */
    @Test
    void twoChineseCharactersCanUseTheIndex() {
        List<String> plan = transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select skill from skill_terms where grams @> array['分布']")
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("skill_terms_by_gram"));
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
