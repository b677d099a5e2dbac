package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MoodleTest extends ExchangeTest {

    private static final String HEADER = """
            "Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration",\
            "Rule type (optional)","Rule outcome (optional)","Rule config (optional)",\
            "Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy
            """;

    /** Children stand before their parents; cells hold JSON, and HTML over several lines. */
    private static final String ROWS = """
            dev,dev.git,Git,"<p>Uses <b>Git</b> &amp; branches.</p>
            <ul><li>commits</li>
            <li>merges</li></ul><script>alert('x, y')</script>",1,,,,,"{""base"":{""points"":2},""competencies"":[]}",,12,,
            dev,dev.review,评审,"<p>评审代码</p>",1,,,,,,dev.git,13,,
            ,dev,Development,,1,,,,,,,11,,
            ,solo,Solo skill,"1 < 2, plain",2,,,,,,,14,,
            ,web,Web framework,<p>All about it</p>,1,"Not yet,Competent","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]",\
            ,,,,,1,"competency,competency"
            """;

    private final String framework = newFramework();

    @Test
    void takesChildrenBeforeParentsAndHtmlAsText() {
        Api.Answer preview = preview(framework, "format=moodle", HEADER + ROWS);
        assertThat(refusals(preview)).isEmpty();
        JsonNode document = document(preview);

        assertThat(document.at("/name/en").asString()).isEqualTo("Web framework");
        assertThat(document.at("/categories")
                        .valueStream()
                        .map(each -> each.at("/id").asString()))
                .containsExactly("web", "dev");
        assertThat(document.at("/skills/0/id").asString()).isEqualTo("dev-git");
        assertThat(document.at("/skills/0/category").asString()).isEqualTo("dev");
        assertThat(document.at("/skills/0/description/en").asString())
                .isEqualTo("Uses Git & branches.\ncommits\nmerges");
        assertThat(document.at("/skills/1/name").toString()).isEqualTo("{\"zh\":\"评审\"}");
        assertThat(document.at("/skills/2/category").asString()).isEqualTo("web");
        assertThat(document.at("/skills/2/description/en").asString()).isEqualTo("1 < 2, plain");
        assertThat(document.at("/scale/steps/1/name/en").asString()).isEqualTo("Competent");
    }

    @Test
    void readsOtherSpellingsAndUnknownLanguagesByPosition() {
        String chinese = "上级ID号,ID号,简称,描述\n,git,Git,说明\n";
        String position = "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n,git,Git,Text,1,,,,,,,,,\n";

        assertThat(document(preview(framework, "format=moodle", chinese))
                        .at("/skills/0/description/zh")
                        .asString())
                .isEqualTo("说明");
        assertThat(document(preview(newFramework(), "format=moodle", position))
                        .at("/skills/0/id")
                        .asString())
                .isEqualTo("git");
    }

    @Test
    void refusesRowsThatCannotBePlaced() {
        String rows = """
                gone,a,A,,,,,,,,,,,
                ,,Nameless,,,,,,,,,,,
                b,b,Itself,,,,,,,,,,,
                ,c,Fine,,,,,,,,,,,
                ,c,Twice,,,,,,,,,,,
                ,f,F,,,"x,y",not json,,,,,,1,
                """;
        Api.Answer preview = preview(framework, "format=moodle", HEADER + rows);

        assertThat(refusals(preview))
                .anyMatch(each -> each.startsWith("2:null Its parent 'gone'"))
                .anyMatch(each -> each.startsWith("3:2 A competency needs"))
                .anyMatch(each -> each.startsWith("4:null It is below itself"))
                .anyMatch(each -> each.startsWith("6:null The file has 'c' twice"))
                .anyMatch(each -> each.startsWith("7:7 The scale configuration"))
                .hasSize(5);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Api.Answer first = apply(preview(framework, "format=moodle", HEADER + ROWS));
        Api.Answer second = apply(preview(framework, "format=moodle", HEADER + ROWS));

        assertThat(second.json().at("/changed").asBoolean()).isFalse();
        assertThat(second.json().at("/draft")).isEqualTo(first.json().at("/draft"));
    }

    @Test
    void refusesOtherCsv() {
        assertThat(preview(framework, "format=moodle", "a,b\n1,2\n").problem()).isEqualTo("header-missing");
    }

    private JsonNode document(Api.Answer preview) {
        return carla().get(apply(preview).location()).json().at("/document");
    }
}
