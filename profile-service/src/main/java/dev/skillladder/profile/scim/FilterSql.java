package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.AttributePathRoot;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter (RFC 7644, 3.4.2.2) as a condition in SQL. Attribute names come from a fixed list and values go in as
 * parameters, so nothing of the request becomes SQL.
 */
final class FilterSql {

    private final Map<String, Column> columns;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** @param columns by the attribute's name in lower case, such as {@code name.givenname} */
    FilterSql(Map<String, Column> columns) {
        this.columns = columns;
    }

    /** What the conditions made so far compare with. */
    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String condition(@Nullable FilterNode filter) {
        return switch (filter) {
            case null -> "true";
            case AndExpressionNode both ->
                "(" + condition(both.getLeftNode()) + " and " + condition(both.getRightNode()) + ")";
            case OrExpressionNode either ->
                "(" + condition(either.getLeftNode()) + " or " + condition(either.getRightNode()) + ")";
            case NotExpressionNode not -> "not coalesce(" + condition(not.getRightNode()) + ", false)";
            case AttributePathRoot path when path.getChild() != null -> condition(path.getChild());
            case AttributeExpressionLeaf leaf -> condition(leaf);
            default -> throw Refusals.wrongFilter("This filter is not understood; compare attributes with values.");
        };
    }

    private String condition(AttributeExpressionLeaf leaf) {
        Column column = column(leaf.getShortName());
        if (leaf.getComparator() == Comparator.PR) {
            return column.sql() + " is not null";
        }
        return switch (column.kind()) {
            case EXACT, TEXT -> text(column, leaf);
            case FLAG -> flag(column, leaf);
            case INSTANT ->
                column.sql()
                        + operator(leaf)
                        + parameter(leaf.getDateTime()
                                .orElseThrow(() -> Refusals.wrongFilter(
                                        leaf.getShortName() + " is compared with a time such as 2026-11-01T00:00:00Z."))
                                .atOffset(ZoneOffset.UTC));
        };
    }

    private String text(Column column, AttributeExpressionLeaf leaf) {
        if (leaf.isNull()) {
            return column.sql() + (leaf.getComparator() == Comparator.EQ ? " is null" : " is not null");
        }
        String value = column.kind() == Column.Kind.TEXT ? leaf.getValue().toLowerCase(Locale.ROOT) : leaf.getValue();
        String literal = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (leaf.getComparator()) {
            case CO -> column.compared() + " like " + parameter("%" + literal + "%");
            case SW -> column.compared() + " like " + parameter(literal + "%");
            case EW -> column.compared() + " like " + parameter("%" + literal);
            default -> column.compared() + operator(leaf) + parameter(value);
        };
    }

    private String flag(Column column, AttributeExpressionLeaf leaf) {
        boolean value = leaf.getBooleanValue().orElseGet(() -> Boolean.parseBoolean(leaf.getValue()));
        return column.sql() + operator(leaf) + parameter(value);
    }

    private static String operator(AttributeExpressionLeaf leaf) {
        return switch (leaf.getComparator()) {
            case EQ -> " = ";
            case NE -> " is distinct from ";
            case GT -> " > ";
            case GE -> " >= ";
            case LT -> " < ";
            case LE -> " <= ";
            default ->
                throw Refusals.wrongFilter(
                        leaf.getShortName() + " cannot be compared with " + leaf.getComparator() + ".");
        };
    }

    private String parameter(Object value) {
        String name = "f" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private Column column(String attribute) {
        Column column = columns.get(attribute.toLowerCase(Locale.ROOT));
        if (column == null) {
            throw Refusals.wrongFilter(
                    "Filters take " + String.join(", ", new TreeSet<>(columns.keySet())) + ", not " + attribute + ".");
        }
        return column;
    }

    /** What a list is sorted by, ids last so that pages neither overlap nor leave anybody out. */
    static String order(Map<String, Column> columns, @Nullable String attribute, boolean descending, String id) {
        Column column = attribute == null ? null : columns.get(attribute.toLowerCase(Locale.ROOT));
        return column == null ? id : column.compared() + (descending ? " desc" : "") + " nulls last, " + id;
    }
}
