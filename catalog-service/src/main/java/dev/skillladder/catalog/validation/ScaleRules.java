package dev.skillladder.catalog.validation;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import dev.skillladder.contract.catalog.FrameworkDocument.ScaleStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scale: bounds, step, and a name for every whole step. */
final class ScaleRules {

    private final Findings findings;

    ScaleRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks the scale; null if it makes no sense, so that nothing can be measured against it. */
    @Nullable Steps check(@Nullable Scale scale) {
        if (scale == null) {
            findings.missing("/scale");
            return null;
        }
        Text nonsense = nonsense(scale);
        if (nonsense != null) {
            findings.add("/scale", Code.BAD_SCALE, nonsense);
            names(scale);
            return null;
        }
        Steps steps = Steps.of(scale);
        List<Integer> named = names(scale);
        if (!named.equals(steps.whole())) {
            findings.add("/scale/steps", Code.SCALE_STEPS, steps.whole());
        }
        return steps;
    }

    private List<Integer> names(Scale scale) {
        List<Integer> named = new ArrayList<>();
        findings.each("/scale/steps", scale.steps(), (at, step) -> named.add(name(at, step)));
        return named;
    }

    private int name(String at, ScaleStep step) {
        findings.text(at + "/name", step.name());
        return step.value();
    }

    private static @Nullable Text nonsense(Scale scale) {
        if (!(scale.min() < scale.max())) {
            return new Text("min 必须小于 max", "min must be less than max");
        }
        if (scale.max() - scale.min() > Steps.MOST_WHOLE_STEPS || Math.abs(scale.min()) > 1000) {
            return new Text(
                    "最多 " + Steps.MOST_WHOLE_STEPS + " 级", "it has more than " + Steps.MOST_WHOLE_STEPS + " steps");
        }
        if (!(scale.step() > 0 && scale.step() <= 1) || !Steps.isWhole(1 / scale.step())) {
            return new Text("step 必须把 1 等分，例如 1、0.5", "step must divide 1 evenly, such as 1 or 0.5");
        }
        if (!Steps.isWhole(scale.min()) || !Steps.isWhole(scale.max())) {
            return new Text("min 与 max 必须是整数", "min and max must be whole numbers");
        }
        return null;
    }
}
