package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Place;
import dev.skillladder.contract.Text;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Says which translation became out of date, or is no longer so. */
final class Marks {

    private static final Map<String, Text> TEXTS = Map.of(
            "name", new Text("名称", "name"),
            "description", new Text("说明", "description"),
            "differs", new Text("不同之处", "differences"),
            "shared", new Text("相同之处", "common ground"));
    private static final Text TEXT = new Text("内容", "text");

    private final Names names;
    private final Subjects subjects;

    Marks(Names names, Subjects subjects) {
        this.names = names;
        this.subjects = subjects;
    }

    Text of(Found found) {
        JsonNode mark = Objects.requireNonNull(found.after() == null ? found.before() : found.after());
        boolean chinese = mark.path("language").asString("").equals("zh");
        Text about = about(mark.path("text").asString(""), chinese);
        return found.after() == null
                ? new Text(about.zh() + "不再标为过期。", about.en() + " is no longer marked as out of date.")
                : new Text(about.zh() + "标为过期。", about.en() + " is marked as out of date.");
    }

    private Text about(String path, boolean chinese) {
        String zh = chinese ? "中文" : "英文";
        String en = chinese ? "Chinese" : "English";
        Place place = names.text(path);
        if (place == null) {
            return new Text("“" + path + "”的" + zh, "The " + en + " of “" + path + "”");
        }
        Text subject = subjects.of(place);
        Text what = TEXTS.getOrDefault(place.segment(), TEXT);
        return new Text(subject.zh() + "的" + zh + what.zh(), subject.en() + ": the " + en + " " + what.en());
    }
}
