package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Place;
import dev.skillladder.contract.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a place is called in a sentence. */
final class Subjects {

    private final Names names;

    Subjects(Names names) {
        this.names = names;
    }

    Text of(Place place) {
        Thing thing = Thing.at(place);
        return switch (thing) {
            case FRAMEWORK, SCALE, RULE, PROGRAMME, PARAMETER ->
                new Text(thing.noun().zh(), "The " + thing.noun().en());
            case CATEGORY, HALF_LIFE, SKILL, ROLE, DEVELOPMENT_ACTION ->
                named(thing, names.of(thing, place.elementOf(thing.pattern())));
            case BEHAVIOUR -> behaviour(place);
            case LEVEL -> level(place);
            case TRANSFER -> transfer(place);
            default ->
                named(thing, Names.quoted(null, Objects.requireNonNullElse(place.elementOf(thing.pattern()), "")));
        };
    }

    /** The requirement's role and level. */
    Asking asking(Place place) {
        String role = place.elementOf("roles");
        String[] levelAndSkill = pair(place.elementOf("roles.requirements"));
        return new Asking(
                names.of(Thing.ROLE, role),
                names.levelOfRole(role, levelAndSkill[0]),
                names.of(Thing.SKILL, levelAndSkill[1]));
    }

    private Text behaviour(Place place) {
        Text skill = names.of(Thing.SKILL, place.elementOf("skills"));
        String step = place.elementOf("skills.behaviours");
        return new Text(
                "技能" + skill.zh() + "第 " + step + " 级的行为描述",
                "The behaviour of skill " + skill.en() + " at step " + step);
    }

    private Text level(Place place) {
        String ladder = place.elementOf("ladders");
        Text level = names.levelOfLadder(ladder, place.elementOf("ladders.levels"));
        return new Text("阶梯“" + ladder + "”的级别" + level.zh(), "Level " + level.en() + " of ladder “" + ladder + "”");
    }

    private Text transfer(Place place) {
        String[] roles = pair(place.elementOf("transfers"));
        Text from = names.of(Thing.ROLE, roles[0]);
        Text to = names.of(Thing.ROLE, roles[1]);
        return new Text(
                "从岗位" + from.zh() + "到" + to.zh() + "的转岗", "The transfer from role " + from.en() + " to " + to.en());
    }

    private static Text named(Thing thing, Text name) {
        String noun = thing.noun().en();
        return new Text(
                thing.noun().zh() + name.zh(),
                Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + " " + name.en());
    }

    /** Both ids of an element that is named by two. */
    static String[] pair(@Nullable String name) {
        String[] parts = Objects.requireNonNullElse(name, "").split(":", 2);
        return new String[] {parts[0], parts.length == 2 ? parts[1] : ""};
    }

    /** Who asks what of whom, in quotes. */
    record Asking(Text role, Text level, Text skill) {}
}
