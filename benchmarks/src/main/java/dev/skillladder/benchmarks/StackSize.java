package dev.skillladder.benchmarks;

import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Resident memory of the four services. */
final class StackSize {

    private static final List<Part> SERVICES = List.of(Part.GATEWAY, Part.CATALOG, Part.PROFILE, Part.ASSESSMENT);

    private StackSize() {}

    static void measure(LocalStack stack, String when, Report report) {
        String each = SERVICES.stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT) + " " + mebibytes(stack, part))
                .collect(Collectors.joining(", "));
        long sum = SERVICES.stream().mapToLong(part -> mebibytes(stack, part)).sum();
        report.add("(d) resident memory " + when + ": " + each, sum + " MiB", "", "", "aim 1,536 MiB");
    }

    private static long mebibytes(LocalStack stack, Part part) {
        return Machine.residentKibibytes(stack.pid(part)) / 1024;
    }
}
