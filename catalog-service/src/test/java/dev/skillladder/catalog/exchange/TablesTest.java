package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.SmallFramework;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest extends ExchangeTest {

    private final String framework = newFramework();

    @BeforeEach
    void publishOne() {
        publish(
                framework,
                SmallFramework.named(framework)
                        .with("/skills/0/name/en", "\"=HYPERLINK(\\\"http://evil\\\")\"")
                        .with("/skills/1/name/en", "\"'=1+1\"")
                        .with("/skills/0/description/zh", "\"一行\\n两行, \\\"引号\\\"; 分号\"")
                        .with("/skills/0/synonyms/en", "[\"a; b\", \"c\\\\d\", \" e \", \"=x\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv&part=skills", "csv&part=behaviours", "csv&part=requirements", "xlsx"})
    void theSameFileOutAndInChangesNothing(String format) {
        byte[] file = export(format);
        Api.Answer preview = preview(framework, "format=" + format, file);

        assertThat(counts(preview)).as(refusals(preview).toString()).matches("0/0/[1-9][0-9]*/0/0");
        Api.Answer applied = apply(preview);
        assertThat(applied.json().at("/changed").asBoolean()).isFalse();
        assertThat(applied.json().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void writesNoFormulas() {
        String csv = new String(export("csv&part=skills"), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFskill,category,");
        assertThat(csv).contains("\"'=HYPERLINK(").contains(",''=1+1,").doesNotContain(",=");
    }

    @Test
    void addsAndChangesOnlyWhatTheFileSays() {
        Api.Answer preview = preview(framework, "format=csv&part=skills&file=my.csv", """
                skill,name_zh,name_en,category
                python,蟒蛇,Snake,foundations
                rust,锈,Rust,foundations
                """);

        assertThat(counts(preview)).isEqualTo("1/1/0/0/0");
        Api.Answer applied = apply(preview);
        assertThat(applied.status()).as(applied.toString()).isEqualTo(201);
        var document = carla().get(applied.location()).json().at("/document");
        assertThat(document.at("/skills/0/name/zh").asString()).isEqualTo("蟒蛇");
        assertThat(document.at("/skills/0/behaviours").size()).isEqualTo(5);
        assertThat(document.at("/skills/0/synonyms/en").size()).isEqualTo(4);
        assertThat(document.at("/skills/3/id").asString()).isEqualTo("rust");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "技能,中文名称,英文名称\npython,蟒蛇,Snake\n",
                "\uFEFF技能;中文名称;英文名称\r\npython;蟒蛇;Snake\r\n",
                "Skill ID\tName (EN)\t名称（中文）\npython\tSnake\t蟒蛇",
                "\"skill\",\"Name_ZH\",\"NAME-EN\"\n\npython,蟒蛇,\"Snake\"\n",
            })
    void readsHeadersInBothLanguagesAndAnySeparator(String csv) {
        String readable = csv.replace("Name (EN)", "english name");
        Api.Answer preview = preview(framework, "format=csv&part=skills", readable);

        assertThat(counts(preview)).as(refusals(preview).toString()).isEqualTo("0/1/0/0/0");
    }

    @Test
    void refusesBadRowsByRowAndColumn() {
        String csv = """
                role,level,skill,proficiency,importance,must_have,remark
                engineer,junior,python,three,50,yes,
                nobody,junior,python,3,50,yes,
                engineer,king,python,3,50,yes,
                engineer,junior,cobol,3,50,yes,
                engineer,junior,Python,3,50,yes,
                engineer,junior,python,3,50.5,yes,
                engineer,junior,python,3,50,perhaps,
                engineer,junior,python,3.5,51,是,
                engineer,junior,python,3.5,51,是,
                """;
        Api.Answer preview = preview(framework, "format=csv&part=requirements", csv);

        assertThat(refusals(preview).stream().map(each -> each.substring(0, each.indexOf(' '))))
                .containsExactly("1:7", "2:4", "3:1", "4:2", "5:3", "6:3", "7:5", "8:6", "10:1");
        Api.Answer refused = apply(preview);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("rows-refused");
        assertThat(carla().get("/api/catalog/frameworks/" + framework)
                        .json()
                        .at("/drafts")
                        .size())
                .isEqualTo(1);
        assertThat(carla().post(preview.location() + "/apply?skipRefused=true", "")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void readsAWholeWorkbookInTheRightOrder() {
        byte[] file = workbook(Map.of(
                "行为", new String[][] {{"技能", "步骤", "中文行为"}, {"rust", "1", "会写"}},
                "技能", new String[][] {{"技能", "英文名称"}, {"rust", "=not a formula"}},
                "notes", new String[][] {{"anything"}}));
        Api.Answer preview = preview(framework, "format=xlsx", file);

        assertThat(counts(preview)).as(refusals(preview).toString()).isEqualTo("2/0/0/0/0");
        assertThat(carla().get(preview.location() + "/rows")
                        .json()
                        .at("/items/0/place/sheet")
                        .asString())
                .isEqualTo("技能");
    }

    @Test
    void leavesTheMissingLanguageMissing() {
        Api.Answer applied =
                apply(preview(framework, "format=csv&part=skills", "skill,name_en,category\nrust,Rust,foundations\n"));
        Api.Answer validation = carla().get(applied.location() + "/validation");

        assertThat(validation.text()).contains("/skills/3/name/zh");
    }

    @ParameterizedTest
    @CsvSource({
        "csv, part-missing",
        "csv&part=skills, header-missing",
        "csv&part=requirements, header-missing",
        "xlsx, unreadable-file",
    })
    void refusesOtherFiles(String format, String problem) {
        assertThat(preview(framework, "format=" + format, "a,b\n1,2\n").problem())
                .isEqualTo(problem);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] gbk = "技能,名称\n".getBytes(Charset.forName("GBK"));

        assertThat(preview(framework, "format=csv&part=skills", gbk).problem()).isEqualTo("unreadable-file");
    }

    @Test
    void refusesManyColumnsAndEndlessCells() {
        assertThat(preview(framework, "format=csv&part=skills", "skill" + ",".repeat(5_000_000))
                        .problem())
                .isEqualTo("unreadable-file");
        assertThat(preview(framework, "format=csv&part=skills", "skill\n\"" + "x".repeat(5_000_000))
                        .problem())
                .isEqualTo("unreadable-file");
    }

    @Test
    void refusesArchivesThatUnpackToFarTooMuch() {
        byte[] bomb = zip(Map.of("xl/worksheets/sheet1.xml", "<a>" + " ".repeat(60_000_000) + "</a>"));

        Api.Answer answer = preview(framework, "format=xlsx", bomb);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unsafe-file");
    }

    @Test
    void refusesEntities() {
        byte[] xxe = zip(Map.of(
                "xl/sharedStrings.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst><si><t>&e;</t></si></sst>"));

        assertThat(preview(framework, "format=xlsx", xxe).problem()).isEqualTo("unsafe-file");
    }

    @Test
    void refusesCellsFarToTheRight() {
        byte[] wide =
                zip(Map.of("xl/worksheets/sheet1.xml", "<sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"/></row></sheetData>"));

        assertThat(preview(framework, "format=xlsx", wide).problem()).isEqualTo("unsafe-file");
    }

    private byte[] export(String format) {
        return carla().bytes("/api/catalog/frameworks/" + framework + "/versions/1/export?format=" + format);
    }

    private static byte[] workbook(Map<String, String[][]> sheets) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            sheets.forEach((name, rows) -> {
                var sheet = workbook.newWorksheet(name);
                for (int row = 0; row < rows.length; row++) {
                    for (int column = 0; column < rows[row].length; column++) {
                        sheet.value(row, column, rows[row][column]);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
