package dev.skillladder.contract;

/** A text a person reads, in both languages of the product; neither is the original of the other. */
public record Text(String zh, String en) {}
