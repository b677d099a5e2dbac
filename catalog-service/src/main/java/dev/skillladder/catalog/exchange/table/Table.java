package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Part;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One kind of element as rows. */
interface Table {

    /** What it holds. */
    Part part();

    /** Its sheet in Chinese; the English name is the part's. */
    String chineseName();

    /** In the order in which they are written. */
    List<Column> columns();

    /** Those without which a row says nothing. */
    List<Column> keys();

    /** Texts and numbers, one list per row, as many as columns. */
    Stream<List<@Nullable Object>> rows(FrameworkDocument document);

    /** Which element a row is about; {@link CellRefused} if it does not say. */
    Element element(Line line);

    /** Takes a row over, or throws {@link CellRefused} before anything is changed. */
    void take(Line line, Sketch sketch);

    /** All tables, each after those it refers to. */
    static List<Table> all() {
        return List.of(new SkillTable(), new BehaviourTable(), new RequirementTable());
    }
}
