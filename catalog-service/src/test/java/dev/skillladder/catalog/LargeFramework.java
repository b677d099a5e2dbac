package dev.skillladder.catalog;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A valid framework of the size that must work: 2,000 skills, 50 roles that ask for 40 of them, 10 levels. */
final class LargeFramework {

    static final int SKILLS = 2_000;
    static final int ROLES = 50;
    static final int LEVELS = 10;

    private static final int ASKED = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LargeFramework() {}

    static ObjectNode named(String id) {
        ObjectNode document =
                (ObjectNode) JSON.readTree(SmallFramework.named(id).json());
        ObjectNode skill = (ObjectNode) document.at("/skills/0");
        ObjectNode level = (ObjectNode) document.at("/ladders/0/levels/0");
        ObjectNode role = (ObjectNode) document.at("/roles/0");
        ArrayNode skills = document.putArray("skills");
        for (int n = 0; n < SKILLS; n++) {
            skills.add(copy(skill, "s" + n, "技能 " + n, "Skill " + n));
        }
        ArrayNode levels = ((ObjectNode) document.at("/ladders/0")).putArray("levels");
        for (int n = 0; n < LEVELS; n++) {
            levels.add(copy(level, "l" + n, "级别 " + n, "Level " + n));
        }
        ArrayNode roles = document.putArray("roles");
        for (int n = 0; n < ROLES; n++) {
            ObjectNode next = copy(role, "r" + n, "岗位 " + n, "Role " + n);
            requirements(next.putArray("requirements"), n);
            roles.add(next);
        }
        document.putArray("transfers");
        document.remove("programme");
        ((ObjectNode) document.at("/developmentActions/0")).putArray("skills").add("s0");
        return document;
    }

    private static ObjectNode copy(ObjectNode template, String id, String zh, String en) {
        ObjectNode copy = template.deepCopy();
        copy.put("id", id);
        copy.putObject("name").put("zh", zh).put("en", en);
        return copy;
    }

    private static void requirements(ArrayNode requirements, int role) {
        for (int level = 0; level < LEVELS; level++) {
            for (int n = 0; n < ASKED; n++) {
                requirements
                        .addObject()
                        .put("level", "l" + level)
                        .put("skill", "s" + (role * ASKED + n))
                        .put("proficiency", 1 + Math.min(7, level) / 2.0)
                        .put("importance", 1 + n % 5)
                        .put("mustHave", false)
                        .put("source", "editorial");
            }
        }
    }
}
