package dev.skillladder.catalog.validation;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.KindValues;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers of LEVELS-1 stay where its formulas mean something. */
final class ParameterRules {

    /** Finer shares than this are a mistake, and would make exact comparison slow. */
    private static final int MOST_DECIMALS = 6;

    private final Findings findings;

    ParameterRules(Findings findings) {
        this.findings = findings;
    }

    void check(@Nullable Parameters parameters, @Nullable Rule rule) {
        if (parameters == null) {
            findings.missing("/parameters");
        } else {
            numbers(parameters);
        }
        if (rule == null || rule.type() == null) {
            findings.missing("/rule/type");
        } else if (!rule.type().equals(Rule.LEVELS_1) && !rule.type().equals(Rule.DECLARATIVE)) {
            findings.add("/rule/type", Code.UNKNOWN_RULE, rule.type());
        }
    }

    private void numbers(Parameters parameters) {
        kinds("weights", parameters.weights());
        kinds("caps", parameters.caps());
        range("halfLifeDays", parameters.halfLifeDays() >= 1, "≥ 1");
        range("sigma0", parameters.sigma0() > 0, "> 0");
        range("nu0", parameters.nu0() > 0, "> 0");
        range("minWeight", parameters.minWeight() > 0, "> 0");
        range("minReviewers", parameters.minReviewers() >= 0, "≥ 0");
        range("tolerance", parameters.tolerance() >= 0, "≥ 0");
        coverage(parameters.coverage());
        range("maxMustHaves", parameters.maxMustHaves() >= 0, "≥ 0");
        range("correlation", parameters.correlation() >= 0 && parameters.correlation() < 1, "[0, 1)");
        range("propose", isShare(parameters.propose()), "[0, 1]");
        range("review", isShare(parameters.review()), "[0, 1]");
        range("unverifiedQuality", isQuality(parameters.unverifiedQuality()), "(0, 1]");
        range("workedLittleQuality", isQuality(parameters.workedLittleQuality()), "(0, 1]");
        reachable(parameters);
    }

    private void kinds(String name, @Nullable KindValues values) {
        if (values == null) {
            findings.missing("/parameters/" + name);
            return;
        }
        range(name + "/manager", values.manager() > 0, "> 0");
        range(name + "/peer", values.peer() > 0, "> 0");
        range(name + "/self", values.self() > 0, "> 0");
        range(name + "/evidence", values.evidence() > 0, "> 0");
    }

    private void coverage(@Nullable BigDecimal coverage) {
        if (coverage == null) {
            findings.missing("/parameters/coverage");
            return;
        }
        range(
                "coverage",
                coverage.signum() > 0
                        && coverage.compareTo(BigDecimal.ONE) <= 0
                        && coverage.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "(0, 1], ≤ " + MOST_DECIMALS + " decimals");
    }

    /** If even all kinds at their caps weigh too little, every requirement stays unknown for ever. */
    private void reachable(Parameters parameters) {
        KindValues caps = parameters.caps();
        if (caps != null && caps.manager() + caps.peer() + caps.self() + caps.evidence() < parameters.minWeight()) {
            findings.add(
                    "/parameters/minWeight",
                    Code.LEVEL_UNREACHABLE,
                    new Text("minWeight 大于所有上限之和", "minWeight is more than all caps together"));
        }
    }

    private void range(String name, boolean within, String range) {
        if (!within) {
            findings.add("/parameters/" + name, Code.PARAMETER_RANGE, name.replace('/', '.'), range);
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static boolean isQuality(double value) {
        return value > 0 && value <= 1;
    }
}
