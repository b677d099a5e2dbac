package dev.skillladder.catalog.exchange.casepackage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is read of a CFPackage; packages hold much more, and any part may be absent. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CasePackage(
        @JsonProperty("CFDocument") @Nullable Document document,
        @JsonProperty("CFItems") @Nullable List<Item> items,
        @JsonProperty("CFAssociations") @Nullable List<Association> associations,
        @JsonProperty("CFRubrics") @Nullable List<Rubric> rubrics) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(
            @Nullable String identifier,
            @Nullable String uri,
            @Nullable String title,
            @Nullable String description,
            @Nullable String language,
            @Nullable JsonNode extensions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @Nullable String identifier,
            @Nullable String uri,
            @Nullable String fullStatement,
            @Nullable String abbreviatedStatement,
            @Nullable String humanCodingScheme,
            @JsonProperty("CFItemType") @Nullable String type,
            @Nullable String notes,
            @Nullable String language,
            @Nullable List<String> conceptKeywords,
            @Nullable JsonNode extensions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Association(
            @Nullable String associationType,
            @JsonProperty("originNodeURI") @Nullable Link origin,
            @JsonProperty("destinationNodeURI") @Nullable Link destination,
            @Nullable JsonNode extensions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rubric(
            @JsonProperty("CFRubricCriteria") @Nullable List<Criterion> criteria) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Criterion(
            @JsonProperty("CFItemURI") @Nullable Link item,

            @JsonProperty("CFRubricCriterionLevels") @Nullable List<Level> levels) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Level(
            @Nullable Double score,
            @Nullable Integer position,
            @Nullable String description,
            @Nullable List<JsonNode> extensions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Link(@Nullable String identifier) {}
}
