package dev.skillladder.profile.body;

import java.util.function.Function;

/** How a JSON object becomes a value: one bean per type of request body. */
public record BodyFormat<T>(Class<T> type, Function<Fields, T> read) {}
