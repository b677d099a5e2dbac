package dev.skillladder.localstack;

import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to begin: the address, who to be, and a call that works as it stands. */
final class Welcome {
    private Welcome() {}

    static String text(LocalStack stack, List<DemoUser> users) {
        var people = users.stream()
                .filter(user -> !user.about().isEmpty())
                .map(user -> "  %-18s %s".formatted(user.name(), user.about()))
                .collect(Collectors.joining("\n"));
        var someone = users.isEmpty() ? "USER" : users.getFirst().name();
        return """

                Skill Ladder is at %s; sign in there as one of the demo users

                Demo users (user name, also the password: for this machine only)
                %s

                Try: curl -H "Authorization: Bearer $(./run token %s)" %s/api/catalog/frameworks

                Ctrl-C ends everything; the data stays for the next start.""".formatted(
                        stack.browserUrl(), people.isEmpty() ? "  none" : people, someone, stack.url(Part.GATEWAY));
    }
}
