package dev.skillladder.assessment;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import dev.skillladder.contract.catalog.FrameworkDocument.CarryOver;
import dev.skillladder.contract.catalog.FrameworkDocument.Course;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.Milestone;
import dev.skillladder.contract.catalog.FrameworkDocument.Proficiency;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import dev.skillladder.contract.catalog.FrameworkDocument.Transfer;
import java.util.List;

/** The example framework with ways to improve, a transfer and a growth programme. */
public final class GrowthFramework {

    private static final Text TEXT = new Text("文", "text");

    private GrowthFramework() {}

    public static FrameworkDocument document(String id) {
        FrameworkDocument base = ExampleFramework.document(id);
        return new FrameworkDocument(
                base.id(),
                base.name(),
                base.description(),
                base.source(),
                base.scale(),
                base.categories(),
                base.halfLives(),
                base.skills(),
                base.ladders(),
                base.roles(),
                List.of(new Transfer(
                        ExampleFramework.BACKEND,
                        ExampleFramework.STREAMING,
                        List.of(new CarryOver("kafka", 0.8), new CarryOver("testing", 1)),
                        List.of("sql"),
                        "test")),
                List.of(
                        new DevelopmentAction(
                                "read-papers",
                                ActionKind.RESEARCH,
                                new Text("读论文", "Read papers"),
                                TEXT,
                                List.of("sql", "java"),
                                "test"),
                        new DevelopmentAction(
                                "do-a-project",
                                ActionKind.PROJECT,
                                new Text("做项目", "Do a project"),
                                TEXT,
                                List.of("sql"),
                                "test")),
                new Programme(
                        "newcomer",
                        new Text("新人", "Newcomers"),
                        TEXT,
                        ExampleFramework.BACKEND,
                        36,
                        List.of(new Proficiency("java", 2), new Proficiency("testing", 2)),
                        List.of(
                                new Milestone(
                                        6,
                                        new Text("半年", "Half a year"),
                                        null,
                                        List.of(new Proficiency("java", 2)),
                                        "test"),
                                new Milestone(12, new Text("一年", "A year"), "junior", List.of(), "test"),
                                new Milestone(36, new Text("三年", "Three years"), "mid", List.of(), "test")),
                        List.of(new Course("course-sql", new Text("课", "SQL course"), List.of("sql"), "test")),
                        "test"),
                base.parameters(),
                base.rule(),
                base.mappings(),
                base.goldenProfiles(),
                base.outOfDate());
    }
}
