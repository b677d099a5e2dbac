package dev.skillladder.localstack;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/**
 * The command line of {@code ./run}.
 *
 * @param action what to do
 * @param user whose token, for {@link Action#TOKEN}
 * @param fresh delete the data first
 * @param empty load no demo
 * @param portBase first of the ports, 0 for the standard ones
 */
record Arguments(Action action, String user, boolean fresh, boolean empty, int portBase) {
    enum Action {
        START,
        TOKEN,
        HELP
    }

    static final String HELP = """
            ./run                  builds what has changed, starts everything, loads the demo, prints the address
            ./run --fresh          the same with new data: deletes .skill-ladder/{postgres/data,kafka}
            ./run --empty          the same without the demo organisation
            ./run --port-base N    the gateway on port N, the other parts on the ports behind it
                                   (or the environment variable SKILL_LADDER_PORT_BASE)
            ./run token USER       prints a token of a demo user of the running stack, for curl
            ./run --help           this text

            Ctrl-C ends everything that was started. Data and logs stay in .skill-ladder.
            """;

    static Arguments parse(String[] words, Map<String, String> environment) {
        var rest = new ArrayDeque<>(List.of(words));
        var action = Action.START;
        var user = "";
        boolean fresh = false;
        boolean empty = false;
        int portBase = number(environment.getOrDefault("SKILL_LADDER_PORT_BASE", "0"));
        while (!rest.isEmpty()) {
            var word = rest.pop();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--port-base" -> portBase = number(next(rest, word));
                case "--help", "-h", "help" -> action = Action.HELP;
                case "token" -> {
                    action = Action.TOKEN;
                    user = next(rest, "token");
                }
                default -> throw new StartFailed("'" + word + "' is not known; ./run --help lists what is.");
            }
        }
        return new Arguments(action, user, fresh, empty, portBase);
    }

    private static String next(ArrayDeque<String> rest, String after) {
        if (rest.isEmpty()) {
            throw new StartFailed("Something is missing after '" + after + "'; ./run --help shows it.");
        }
        return rest.pop();
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new StartFailed("The port base must be a number, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }
}
