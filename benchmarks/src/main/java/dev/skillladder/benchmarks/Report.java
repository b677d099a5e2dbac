package dev.skillladder.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of the table, in the order in which they were measured. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    /** What ours and the floor measured, how they relate, and what is asked of that. */
    void add(String what, String ours, String floor, String ratio, String target) {
        String line = "| " + String.join(" | ", what, ours, floor, ratio, target) + " |";
        lines.add(line);
        System.out.println(line);
    }

    void print(Sizes sizes) {
        System.out.println();
        System.out.println(Machine.describe());
        System.out.println("Sizes: " + sizes + ".");
        System.out.println();
        System.out.println("| measured | ours | floor | ratio | target |");
        System.out.println("|---|---|---|---|---|");
        lines.forEach(System.out::println);
    }

    static String number(double value, String unit) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f %s" : "%.2f %s", value, unit)
                .strip();
    }

    static String millis(double nanos) {
        return number(nanos / 1e6, "ms");
    }
}
