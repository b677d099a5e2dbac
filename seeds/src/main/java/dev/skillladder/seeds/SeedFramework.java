package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenProfile;
import dev.skillladder.contract.catalog.FrameworkDocument.HalfLife;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import dev.skillladder.contract.catalog.FrameworkDocument.Transfer;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/** The framework {@code algorithm-engineer}, put together from the files that people edit and review. */
public final class SeedFramework {

    private static final String FOLDER = "framework/";

    /** {@code framework.json}: what is not worth a file of its own; {@code roles} gives their order. */
    private record Head(
            String id,
            Text name,
            Text description,
            String source,
            Scale scale,
            List<HalfLife> halfLives,
            List<String> roles,
            Parameters parameters,
            Rule rule) {}

    private SeedFramework() {}

    /** Reads all files; the same files give the same document. */
    public static FrameworkDocument document() {
        Head head = SeedFiles.read(FOLDER + "framework.json", new TypeReference<>() {});
        List<Category> categories = SeedFiles.read(FOLDER + "categories.json", new TypeReference<>() {});
        List<DevelopmentAction> actions = SeedFiles.read(FOLDER + "actions.json", new TypeReference<>() {});
        List<Transfer> transfers = SeedFiles.read(FOLDER + "transfers.json", new TypeReference<>() {});
        Programme programme = SeedFiles.read(FOLDER + "programme.json", new TypeReference<>() {});
        List<GoldenProfile> goldenProfiles = SeedFiles.read(FOLDER + "golden-profiles.json", new TypeReference<>() {});
        List<RoleFile> roleFiles =
                head.roles().stream().map(SeedFramework::role).toList();
        List<Skill> skills =
                categories.stream().flatMap(c -> skills(c, actions)).toList();
        List<Ladder> ladders = roleFiles.stream().map(RoleFile::ladder).toList();
        List<Role> roles = roleFiles.stream().map(RoleFile::role).toList();
        return new FrameworkDocument(
                head.id(),
                head.name(),
                head.description(),
                head.source(),
                head.scale(),
                categories,
                head.halfLives(),
                skills,
                ladders,
                roles,
                transfers,
                actions,
                programme,
                head.parameters(),
                head.rule(),
                List.of(),
                goldenProfiles,
                List.of());
    }

    private static RoleFile role(String id) {
        return SeedFiles.read(FOLDER + "roles/" + id + ".json", new TypeReference<>() {});
    }

    private static Stream<Skill> skills(Category category, List<DevelopmentAction> actions) {
        String file = FOLDER + "skills/" + category.id() + ".json";
        if (!SeedFiles.exists(file)) {
            return Stream.of();
        }
        List<SkillEntry> entries = SeedFiles.read(file, new TypeReference<>() {});
        return entries.stream().map(entry -> entry.skill(category.id(), actions));
    }
}
